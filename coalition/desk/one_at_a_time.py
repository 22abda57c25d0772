"""One of several clocks does what is due; the others leave it to that one."""

from contextlib import contextmanager, nullcontext
from hashlib import sha256
from pathlib import Path
from tempfile import gettempdir

from django.db import connection

from coalition.delivery.store.locks import taken


def number_of(name):
    """PostgreSQL's advisory locks are counted, not named."""
    return int.from_bytes(sha256(name.encode()).digest()[:4], signed=True)


@contextmanager
def only_one(name):
    """Whether nobody else is at it; nobody else is until this ends, however it ends."""
    lock = lock_in_database if connection.vendor == "postgresql" else lock_on_this_machine
    with lock(name) as is_ours:
        yield is_ours


@contextmanager
def lock_in_database(name):
    """Held by the connection, across transactions; PostgreSQL lets go of it when that breaks."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s)", [number_of(name)])
        (is_ours,) = cursor.fetchone()
    try:
        yield is_ours
    finally:
        if is_ours:
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_unlock(%s)", [number_of(name)])


@contextmanager
def lock_on_this_machine(name):
    """SQLite is used by processes of one machine: a file tells them apart."""
    database = sha256(str(connection.settings_dict["NAME"]).encode()).hexdigest()[:16]
    lock = taken(Path(gettempdir(), f"coalition-{database}-{name}.lock"))
    with lock or nullcontext():
        yield lock is not None
