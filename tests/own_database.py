"""A database of their own for processes of their own: what they commit is gone with it."""

import json
import subprocess
import sys
from contextlib import closing

import psycopg
import pytest
from django.conf import settings
from django.db import connection
from psycopg.sql import SQL, Identifier

OTHERS = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s"
START = """
import json
import sys
from importlib import import_module

import django
from django.db import connection

django.setup()
database, program, *more = sys.argv[1:]
connection.settings_dict["NAME"] = database
json.dump(import_module(program).main(*more), sys.stdout)
"""

postgresql_only = pytest.mark.skipif(
    connection.vendor != "postgresql", reason="No other process sees SQLite in memory."
)


@pytest.fixture
def db(django_db_setup):
    """Is there, and nobody is in it; pytest-django goes by this name."""


@pytest.fixture
def own_database(db):
    """Its name; it begins with all that migrations have made."""
    copied = connection.settings_dict["NAME"]
    own = f"{copied}_copied"
    # A database is copied while nobody else is in it.
    connection.close()
    connection.close_pool()
    with closing(maintenance()) as asked:
        asked.execute(OTHERS, [copied])
        names = Identifier(own), Identifier(copied)
        asked.execute(SQL("CREATE DATABASE {} TEMPLATE {}").format(*names))
        yield own
        asked.execute(SQL("DROP DATABASE {} WITH (FORCE)").format(Identifier(own)))


def maintenance():
    told = connection.settings_dict
    names = {"host": "HOST", "port": "PORT", "user": "USER", "password": "PASSWORD"}
    given = {name: told[setting] for name, setting in names.items() if told[setting]}
    return psycopg.connect(dbname="postgres", autocommit=True, **given)


def told_by(program, database, *more):
    """What `main` of this module gives back in a process of its own."""
    ended = subprocess.run(
        [sys.executable, "-c", START, database, program, *more],
        cwd=settings.BASE_DIR,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    return json.loads(ended.stdout)
