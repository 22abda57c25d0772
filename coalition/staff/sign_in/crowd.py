"""How many passwords are checked at a time: each takes a core for a good part of a second."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore
from typing import Final

# In each process; its other threads go on serving pages.
PLACES: Final = 2
# Besides those, for browsers that somebody has signed in with before: no crowd of strangers keeps
# the owner of an account waiting.
PLACES_FOR_KNOWN_DEVICES: Final = 1
SECONDS_UNTIL_A_PLACE_IS_FREE: Final = 5

_places = BoundedSemaphore(PLACES)
_kept_places = BoundedSemaphore(PLACES_FOR_KNOWN_DEVICES)


class Crowded(Exception):
    """As many people are signing in as we can serve."""


@contextmanager
def a_place(*, is_known: bool = False) -> Iterator[None]:
    """Nobody queues: who waits would hold a thread too."""
    places = [_kept_places, _places] if is_known else [_places]
    taken = next((each for each in places if each.acquire(blocking=False)), None)
    if taken is None:
        raise Crowded
    try:
        yield
    finally:
        taken.release()
