"""How rows hold fast to those before them: by a hash of what they say, one after another."""

import json
from datetime import UTC, datetime
from typing import Final

from django.db import connection

# What the first of a chain holds fast to.
BEGINNING: Final = "0" * 64


def canonical(content: object) -> bytes:
    """The same for the same content, whatever its order."""
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()


def in_utc(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%S.%f}Z"


def wait_for_turn(lock: int) -> None:
    """Until this transaction ends, nobody else gets past the same lock.

    PostgreSQL's advisory locks are counted, not named. SQLite lets in one writer at a time anyway.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [lock])
