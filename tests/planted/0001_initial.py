from django.db import migrations

PLANT = """
    CREATE TABLE IF NOT EXISTS planted (at timestamptz DEFAULT clock_timestamp());
    INSERT INTO planted DEFAULT VALUES;
"""


class Migration(migrations.Migration):
    operations = [migrations.RunSQL(PLANT)]
