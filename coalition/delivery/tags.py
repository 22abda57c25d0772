"""What a page waits for: collected while it is made, announced when it changes.

A tag is a plain word: a table ("any row of it"), a row of it, or a list that a room names. What is
read from the database is noted by itself, mostly a whole table at a time (see `reading`); a room
that knows better says so with `waiting_for`.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import blake2b
from typing import Final

from django.db import connection

from coalition.delivery import reading

# What every page waits for.
EVERYTHING: Final = "everything"
OF_ADDRESS: Final = "address:"

# In headers and on the shelf: long enough that two tags hardly ever share one.
BYTES_OF_A_DIGEST: Final = 5


@dataclass
class Collected:
    """The tags of what was made, and when it changes by itself, in seconds since 1970."""

    tags: set[str] = field(default_factory=set)
    until: float | None = None
    # Whether only the rows that are found count, and not the tables they are looked for in.
    is_narrowed: bool = False
    counts_rows: bool = True


_collected: ContextVar[Collected | None] = ContextVar("tags_collected", default=None)


@contextmanager
def collecting() -> Iterator[Collected]:
    """Note what is read until the block ends. What is made within is not noted without."""
    collected = Collected()
    token = _collected.set(collected)
    try:
        with connection.execute_wrapper(note_statement):
            yield collected
    finally:
        _collected.reset(token)


@contextmanager
def waiting_for(*tags: str, row_by_row: bool = True) -> Iterator[None]:
    """Within, whatever is found counts row by row, and beyond that these tags alone.

    For those models that announce single rows; what is read of others counts as it always does.
    Not even rows count where it does not matter what they say.
    """
    collected = _collected.get()
    if collected is None:
        yield
        return
    collected.tags.update(tags)
    before = collected.is_narrowed, collected.counts_rows
    collected.is_narrowed, collected.counts_rows = True, row_by_row
    try:
        yield
    finally:
        collected.is_narrowed, collected.counts_rows = before


def wait_for(*tags: str) -> None:
    """What is made here shows what these tags announce."""
    if collected := _collected.get():
        collected.tags.update(tags)


def fresh_until(moment: datetime) -> None:
    """What is made here changes by itself then, if not before."""
    if collected := _collected.get():
        collected.until = min(collected.until or moment.timestamp(), moment.timestamp())


def wait_as(known: Collected) -> None:
    """What is made here holds something that was made before."""
    if collected := _collected.get():
        collected.tags |= known.tags
        if known.until is not None:
            collected.until = min(collected.until or known.until, known.until)


def note_statement(execute, sql, params, many, context):  # type: ignore[no-untyped-def] # Django's.
    if collected := _collected.get():
        collected.tags |= reading.tags_of(sql, params or (), is_narrowed=collected.is_narrowed)
    return execute(sql, params, many, context)


def note_row(sender, instance, **kwargs: object) -> None:  # type: ignore[no-untyped-def] # Django's.
    """A row was read that announces itself."""
    collected = _collected.get()
    if collected is None or not collected.counts_rows or instance.pk is None:
        return
    if reading.counts_by_row(sender):
        collected.tags.add(reading.tag_of(instance))


def of_address(path: str) -> str:
    """The tag of whatever is answered there, as a request asks for it."""
    return f"{OF_ADDRESS}{path}"


def digest(tag: str) -> str:
    return blake2b(tag.encode(), digest_size=BYTES_OF_A_DIGEST).hexdigest()
