"""What is the same on many pages is read once, and kept until anything is saved.

Menus, names, the notice, the options of filters: a page needs all of them and an editor changes
them once a month. Kept values are found by a generation, which every save ends: there is
nothing to forget one by one, and what a slow reader puts back after a save is never found again.
Each is kept with what it waits for, and whatever is made with it waits for the same.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Final, TypeVar
from uuid import uuid4

from django.core.cache import cache
from django.db import connection

from coalition.delivery.tags import Collected, collecting, wait_as

Value = TypeVar("Value")

GENERATION: Final = "kept:generation"
# Also the longest that a change made behind Django's back stays unseen.
SECONDS: Final = 300
MISSING: Final = object()

_is_keeping: ContextVar[bool] = ContextVar("values_are_kept", default=True)


def kept(name: str, make: Callable[[], Value], tags: Iterable[str] | None = None) -> Value:
    """The value of this name, made anew if anything was saved since it was made last.

    It is pickled; what it depends on must be nothing but the database and the name. Within a
    transaction nothing is kept: what it sees may never come true. A page waits for all that was
    read for it, or for these `tags` alone, where it shows only a part of the value.
    """
    value, collected = _known_or_made(name, make)
    wait_as(collected if tags is None else Collected(set(tags), collected.until))
    return value


def _known_or_made(name: str, make: Callable[[], Value]) -> tuple[Value, Collected]:
    if in_transaction() or not _is_keeping.get():
        return _made(make)
    generation = cache.get_or_set(GENERATION, new_generation, timeout=None)
    key = f"kept:{generation}:{name}"
    found: tuple[Value, Collected] | object = cache.get(key, MISSING)
    if isinstance(found, tuple):
        return found
    made = _made(make)
    cache.set(key, made, SECONDS)
    return made


def _made(make: Callable[[], Value]) -> tuple[Value, Collected]:
    with collecting() as collected:
        return make(), collected


def forget() -> None:
    """Make every value anew."""
    cache.set(GENERATION, new_generation(), timeout=None)


@contextmanager
def nothing_kept() -> Iterator[None]:
    """For whoever looks at the database with other eyes than a visitor's."""
    token = _is_keeping.set(False)
    try:
        yield
    finally:
        _is_keeping.reset(token)


def in_transaction() -> bool:
    return bool(connection.in_atomic_block)


def new_generation() -> str:
    return uuid4().hex
