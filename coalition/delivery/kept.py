"""What is the same on many pages is read once, and kept until anything is saved.

Menus, names, the notice, the options of filters: a page needs all of them and an editor changes
them once a month. Kept values are found by a generation, which every save ends: there is
nothing to forget one by one, and what a slow reader puts back after a save is never found again.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Final, TypeVar
from uuid import uuid4

from django.core.cache import cache
from django.db import connection, transaction

Value = TypeVar("Value")

GENERATION: Final = "kept:generation"
# Also the longest that a change made behind Django's back stays unseen.
SECONDS: Final = 300
MISSING: Final = object()

_is_keeping: ContextVar[bool] = ContextVar("values_are_kept", default=True)


def kept(name: str, make: Callable[[], Value]) -> Value:
    """The value of this name, made anew if anything was saved since it was made last.

    It is pickled; what it depends on must be nothing but the database and the name. Within a
    transaction nothing is kept: what it sees may never come true.
    """
    if in_transaction() or not _is_keeping.get():
        return make()
    generation = cache.get_or_set(GENERATION, new_generation, timeout=None)
    key = f"kept:{generation}:{name}"
    value: Value = cache.get(key, MISSING)
    if value is MISSING:
        value = make()
        cache.set(key, value, SECONDS)
    return value


def forget() -> None:
    """Make every value anew, as soon as the transaction at hand has come true."""
    transaction.on_commit(lambda: cache.set(GENERATION, new_generation(), timeout=None))


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
