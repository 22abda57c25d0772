"""What time it is: now, or the moment at which an editor wants to see a page.

Whatever begins or ends by itself asks here. Only the back office ever looks ahead.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime, time, timedelta
from typing import Final

from django.utils import timezone

from coalition.delivery.tags import fresh_until

_moment: ContextVar[datetime | None] = ContextVar("moment_pages_are_shown_at", default=None)


@contextmanager
def seen_at(moment: datetime) -> Iterator[None]:
    """Show everything as it will be then, until the block ends."""
    token = _moment.set(moment)
    try:
        yield
    finally:
        _moment.reset(token)


# How long a page may show what was true at a moment, if nobody says when it ends.
ABOUT_NOW: Final = timedelta(minutes=1)


def now() -> datetime:
    fresh_until(timezone.now() + ABOUT_NOW)
    return _at()


def has_come(moment: datetime) -> bool:
    """Whether it is that late; a page that shows it is made anew when it is."""
    if moment > _at():
        fresh_until(moment)
        return False
    return True


def today() -> date:
    """A page that shows it is made anew when the day is over."""
    day = timezone.localdate()
    fresh_until(timezone.make_aware(datetime.combine(day + timedelta(days=1), time.min)))
    return timezone.localdate(_at())


def _at() -> datetime:
    return _moment.get() or timezone.now()


def is_another() -> bool:
    """Whether somebody looks at another moment than the present one."""
    return _moment.get() is not None
