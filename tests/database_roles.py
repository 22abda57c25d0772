"""What a test may do once its connection has the rights of a role of PostgreSQL and no more."""

from contextlib import contextmanager

import pytest
from django.core.management import call_command
from django.db import connection

ROLE = "somebody else"

postgresql_only = pytest.mark.skipif(
    connection.vendor != "postgresql", reason="SQLite has no roles."
)


@contextmanager
def rights_of(kind, role=ROLE):
    """From here on, as `grant_rights` gives them."""
    with connection.cursor() as cursor:
        # What is still to be checked of a table keeps everybody from altering it.
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED")
        cursor.execute(f'CREATE ROLE "{role}"')
        call_command("grant_rights", kind, role)
        cursor.execute(f'SET LOCAL ROLE "{role}"')
        yield cursor
        cursor.execute("RESET ROLE")
