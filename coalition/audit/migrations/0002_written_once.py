"""The database itself refuses to alter the log, or to forget a year of it."""

from django.db import migrations

from coalition.audit.written_once import written_once


class Migration(migrations.Migration):
    dependencies = [("audit", "0001_initial")]

    operations = [written_once("audit_entry", "at"), written_once("audit_seal", "at")]
