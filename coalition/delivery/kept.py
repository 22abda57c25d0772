"""What is the same on many pages is made once, and kept until anything is saved.

Menus, names, the notice, a list of stories: many pages need them, and an editor changes them now
and then. Each process keeps its own, under a generation that all processes share and every save
ends: there is nothing to forget one by one, and what a slow reader puts back after a save is never
found again. Each is kept with what it waits for, and whatever is made with it waits for the same.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from hashlib import blake2b
from time import time
from typing import Final, TypeVar
from uuid import uuid4

from django.core.cache import cache, caches
from django.db import connection
from django.utils.connection import ConnectionProxy

from coalition.delivery.tags import Collected, collecting, wait_as

Value = TypeVar("Value")

GENERATION: Final = "kept:generation"
# Also the longest that a change made behind Django's back stays unseen.
SECONDS: Final = 300
MISSING: Final = object()

values = ConnectionProxy(caches, "kept")

_is_keeping: ContextVar[bool] = ContextVar("values_are_kept", default=True)
# The generation that counts until a request ends, once it was asked for.
_asked: ContextVar[list[str] | None] = ContextVar("generation_asked_for", default=None)


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
    key = blake2b(f"{_generation()}:{name}".encode(), digest_size=16).hexdigest()
    found: tuple[Value, Collected] | object = values.get(key, MISSING)
    if isinstance(found, tuple):
        return found
    made = _made(make)
    values.set(key, made, _seconds(made[1].until))
    return made


def _made(make: Callable[[], Value]) -> tuple[Value, Collected]:
    with collecting() as collected:
        return make(), collected


def _seconds(until: float | None) -> float:
    """What changes by itself is kept no longer than that."""
    return SECONDS if until is None else min(SECONDS, until - time())


def forget() -> None:
    """Make every value anew; `OSError` if other processes cannot be told to do so."""
    before = cache.get(GENERATION)
    cache.set(GENERATION, new_generation(), timeout=None)
    values.clear()
    if asked := _asked.get():
        asked.clear()
    # A cache on another machine says of nothing that it failed. Somebody else's will do as well.
    if cache.get(GENERATION) in (None, before):
        raise OSError("Other processes go on with what they have kept.")


@contextmanager
def asking_once() -> Iterator[None]:
    """Ask for the generation once until the block ends, if nothing is saved within."""
    token = _asked.set([])
    try:
        yield
    finally:
        _asked.reset(token)


def _generation() -> str:
    asked = _asked.get()
    if asked:
        return asked[0]
    found = str(cache.get_or_set(GENERATION, new_generation, timeout=None))
    if asked is not None:
        asked.append(found)
    return found


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
