"""What time it is: now, or the moment at which an editor wants to see a page.

Whatever begins or ends by itself asks here. Only the back office ever looks ahead.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime

from django.utils import timezone

_moment: ContextVar[datetime | None] = ContextVar("moment_pages_are_shown_at", default=None)


@contextmanager
def seen_at(moment: datetime) -> Iterator[None]:
    """Show everything as it will be then, until the block ends."""
    token = _moment.set(moment)
    try:
        yield
    finally:
        _moment.reset(token)


def now() -> datetime:
    return _moment.get() or timezone.now()


def today() -> date:
    return timezone.localdate(now())


def is_another() -> bool:
    """Whether somebody looks at another moment than the present one."""
    return _moment.get() is not None
