"""Tells what comes of it when a database is migrated while somebody else is at it already."""

import os

from django.apps import apps
from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import connection
from django.db.models.signals import pre_migrate

LEFT = {
    "planted": "SELECT count(*) FROM planted",
    "noted": "SELECT count(*) FROM django_migrations WHERE app = 'disclosure'",
}


def main():
    settings.MIGRATION_MODULES = {"disclosure": "tests.planted"}
    is_at_it, tells_that_it_is = os.pipe()
    may_go_on, lets_go_on = os.pipe()
    first = os.fork()
    if not first:
        os.close(lets_go_on)

        def wait(**kwargs):
            os.write(tells_that_it_is, b"!")
            os.read(may_go_on, 1)

        # Its plan is made by then, and nothing of it done.
        pre_migrate.connect(wait, sender=apps.get_app_config("audit"))
        os._exit(bool(migrate()))
    # If it ends before, there is nothing to wait for.
    os.close(tells_that_it_is)
    os.read(is_at_it, 1)
    second = migrate()
    os.write(lets_go_on, b"!")
    _first, status = os.waitpid(first, 0)
    return {"first_failed": bool(status), "second_is_told": second, **left()}


def migrate():
    """What it says if it fails."""
    try:
        call_command("migrate", verbosity=0)
    except CommandError as refusal:
        return str(refusal)
    return ""


def left():
    with connection.cursor() as cursor:
        return {name: cursor.execute(query).fetchone()[0] for name, query in LEFT.items()}
