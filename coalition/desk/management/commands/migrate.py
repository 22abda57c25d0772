"""`manage.py migrate`"""

from django.core.management import CommandError
from django.core.management.commands import migrate
from django.db import connection

from coalition.desk.one_at_a_time import lock_in_database

REFUSAL = "Somebody else is migrating this database. Try again once they are done."


class Command(migrate.Command):
    """In place of Django's, of which two at a time apply a migration twice.

    SQLite is left to it: tests have a database each in memory, and all of one name.
    """

    def handle(self, *args, **options):
        if connection.vendor != "postgresql":
            return super().handle(*args, **options)
        with lock_in_database("migrate") as is_ours:
            if not is_ours:
                raise CommandError(REFUSAL)
            return super().handle(*args, **options)
