from django.db import migrations

PLANT = """
    CREATE TABLE IF NOT EXISTS planted (at timestamptz DEFAULT clock_timestamp());
    INSERT INTO planted DEFAULT VALUES;
    ALTER TABLE wagtailcore_page ADD COLUMN IF NOT EXISTS planted integer;
"""


class Migration(migrations.Migration):
    operations = [migrations.RunSQL(PLANT)]
