from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("media", "0003_documentfile_language"),
    ]

    operations = [
        migrations.AddField(
            model_name=name,
            name="sent_hash",
            field=models.CharField(blank=True, default="", editable=False, max_length=40),
            preserve_default=False,
        )
        for name in ("documentfile", "picture", "video")
    ]
