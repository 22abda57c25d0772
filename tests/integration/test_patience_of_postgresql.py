"""How long the database works or waits for us, as it says itself."""

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
    ],
)
def test_nothing_takes_longer(name, limit):
    with connection.cursor() as cursor:
        cursor.execute(f"SHOW {name}")
        (told,) = cursor.fetchone()

    assert told == limit
