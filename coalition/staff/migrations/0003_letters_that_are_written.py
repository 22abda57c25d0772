import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("staff", "0002_publishers_approve")]

    operations = [
        migrations.AddField(
            model_name="letter",
            name="words",
            field=models.JSONField(default=dict),
        ),
        migrations.AddField(
            model_name="letter",
            name="tries",
            field=models.PositiveSmallIntegerField(default=0),
        ),
        migrations.AddField(
            model_name="letter",
            name="due_at",
            field=models.DateTimeField(default=django.utils.timezone.now),
        ),
        migrations.AlterField(
            model_name="letter",
            name="kind",
            field=models.CharField(
                choices=[
                    ("invitation", "Invitation"),
                    ("password", "Password"),
                    ("changed", "Second Factor Changed"),
                    ("reset_asked", "Reset Asked"),
                    ("reset_done", "Reset Done"),
                    ("written", "Written"),
                ],
                max_length=12,
            ),
        ),
    ]
