"""The database itself refuses to alter a receipt or what it is about, or to forget a year of them."""

from django.db import migrations

from coalition.audit.written_once import written_once


class Migration(migrations.Migration):
    dependencies = [("consent", "0001_initial")]

    operations = [written_once("consent_receipt", "at"), written_once("consent_showntext")]
