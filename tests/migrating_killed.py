"""Tells what a migration leaves that is killed half-way, and what readers get meanwhile."""

import os
import signal
from time import monotonic, sleep

from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.db import connection
from django.test import RequestFactory

from coalition.delivery.store.door import StoredPages
from coalition.delivery.store.site import shelf
from coalition.delivery.store.who_asks import is_known
from coalition.demo.builders import build_standard_page
from tests.migrating_together import left, migrate

PATIENCE = 60
# Of what `tests/planted` does.
LAST = "ADD COLUMN IF NOT EXISTS planted"
IS_THERE = "SELECT to_regclass('planted') IS NOT NULL"
IS_NOTED = "SELECT EXISTS (SELECT FROM django_migrations WHERE app = 'disclosure')"
# The table of pages as all others see it: whoever asks does not wait.
PAGES_ARE_LOCKED = """
    SELECT EXISTS (
        SELECT FROM pg_locks
        WHERE relation = 'wagtailcore_page'::regclass AND mode = 'AccessExclusiveLock' AND granted
    )
"""


def main(folder_of_pages):
    settings.MIGRATION_MODULES = {"disclosure": "tests.planted"}
    settings.PAGE_STORE = folder_of_pages
    # Its threads would not come along into another process.
    connection.settings_dict["OPTIONS"].pop("pool")
    door = StoredPages(WSGIHandler(), shelf(folder_of_pages), is_known)
    page = build_standard_page(title="Stays")
    asked = RequestFactory().get(page.url, headers={"Host": "testserver"}).environ
    before = read(door, asked)
    worker = half_way()
    meanwhile = {
        "pages_are_locked": told(PAGES_ARE_LOCKED),
        "readers_get_the_same": read(door, asked) == before and "Stays" in before,
    }
    os.kill(worker, signal.SIGKILL)
    _worker, status = os.waitpid(worker, 0)
    afterwards = {"was_killed": os.WTERMSIG(status) == signal.SIGKILL, **what_is_there()}
    return {**meanwhile, **afterwards, "second_is_told": migrate_again(), **left()}


def half_way():
    """A process that migrates; all is done and nothing committed, and it does no more."""
    is_half_way, tells = os.pipe()
    connection.close()
    worker = os.fork()
    if not worker:

        def stop(execute, statement, *more):
            result = execute(statement, *more)
            if LAST in str(statement):
                os.write(tells, b"!")
                signal.pause()
            return result

        try:
            connection.execute_wrappers.append(stop)
            migrate()
        finally:
            os._exit(1)
    # Whoever dies before has told nothing either.
    os.close(tells)
    os.read(is_half_way, 1)
    return worker


def migrate_again():
    """It takes PostgreSQL a moment to see that nobody is there any more."""
    give_up_at = monotonic() + PATIENCE
    while (refusal := migrate()) and monotonic() < give_up_at:
        sleep(0.1)
    return refusal


def read(door, asked):
    return b"".join(door(dict(asked), lambda *told: None)).decode()


def what_is_there():
    return {"table_is_there": told(IS_THERE), "is_noted": told(IS_NOTED)}


def told(query):
    with connection.cursor() as cursor:
        cursor.execute(query)
        return cursor.fetchone()[0]
