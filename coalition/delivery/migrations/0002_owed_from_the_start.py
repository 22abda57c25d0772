from django.db import migrations, models
from django.db.models.functions import Now


class Migration(migrations.Migration):
    dependencies = [
        ("delivery", "0001_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name="owedpurge",
            name="due_at",
            field=models.DateTimeField(db_default=Now()),
        ),
    ]
