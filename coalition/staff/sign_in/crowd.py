"""How many passwords are checked at a time: each takes a core for a good part of a second."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore
from typing import Final

# In each process; its other threads go on serving pages.
PLACES: Final = 2
SECONDS_UNTIL_A_PLACE_IS_FREE: Final = 5

_places = BoundedSemaphore(PLACES)


class Crowded(Exception):
    """As many people are signing in as we can serve."""


@contextmanager
def a_place() -> Iterator[None]:
    """Nobody queues: who waits would hold a thread too."""
    if not _places.acquire(blocking=False):
        raise Crowded
    try:
        yield
    finally:
        _places.release()
