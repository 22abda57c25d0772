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
def rights_of(kind):
    """From here on, as `grant_rights` gives them."""
    with connection.cursor() as cursor:
        cursor.execute(f'CREATE ROLE "{ROLE}"')
        call_command("grant_rights", kind, ROLE)
        cursor.execute(f'SET LOCAL ROLE "{ROLE}"')
        yield cursor
        cursor.execute("RESET ROLE")
