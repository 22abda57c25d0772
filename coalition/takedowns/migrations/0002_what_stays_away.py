from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("takedowns", "0001_initial"),
    ]

    operations = [
        *(
            migrations.AddField(
                model_name="takedown",
                name=name,
                field=models.CharField(
                    blank=True, db_index=True, default="", editable=False, max_length=40
                ),
                preserve_default=False,
            )
            for name in ("file_hash", "sent_hash")
        ),
        migrations.AddField(
            model_name="takedown",
            name="may_return",
            field=models.BooleanField(default=False, editable=False),
        ),
    ]
