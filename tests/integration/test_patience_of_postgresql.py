"""How long the database works or waits for us, and what it does before it says that it is done."""

import pytest
from django.db import connection

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has no such limits."),
]


@pytest.mark.parametrize(
    ("name", "limit"),
    [
        ("statement_timeout", "10s"),
        ("lock_timeout", "4s"),
        ("idle_in_transaction_session_timeout", "15s"),
        # Compiling a statement takes longer than any of ours.
        ("jit", "off"),
        # What is acknowledged lies on the disk: it would be lost with the power, and no crash that
        # only ends processes shows that.
        ("synchronous_commit", "on"),
    ],
)
def test_nothing_takes_longer(name, limit):
    with connection.cursor() as cursor:
        cursor.execute(f"SHOW {name}")
        (told,) = cursor.fetchone()

    assert told == limit
