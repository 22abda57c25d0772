"""The day that facts are told for: a dated page sets it, everything else lives in today."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date

from coalition.facts import moment

_day: ContextVar[date | None] = ContextVar("day_facts_are_told_for", default=None)


@contextmanager
def as_of(day: date | None) -> Iterator[None]:
    """Tell facts for this day; None means that they live."""
    token = _day.set(day)
    try:
        yield
    finally:
        _day.reset(token)


def current_day() -> date:
    return _day.get() or moment.today()
