"""How many may have something made at once, so that a thread is left for what is stored."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from sys import maxsize
from threading import Semaphore
from time import monotonic
from typing import Final

from coalition.delivery.store.response import Application, Environ, StartResponse

# Where nobody has left for so long, nobody else waits for a place.
PATIENCE: Final = 1.0


def turned_away(environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
    """What is told to whoever finds no place, where nobody knows kinder words."""
    start_response("503 Service Unavailable", [("Retry-After", "30"), ("Content-Length", "0")])
    return []


class Room:
    """Has so many places: for whoever makes a page, and for whoever waits for one that is made.

    Those whose answer `is_quick` need none.
    """

    def __init__(
        self,
        places: int = maxsize,
        turn_away: Application = turned_away,
        is_quick: Callable[[Environ], bool] = lambda environ: False,
    ) -> None:
        self.turn_away = turn_away
        self._is_quick = is_quick
        self._places = Semaphore(places)
        self._full_since = 0.0

    @contextmanager
    def place(self, environ: Environ) -> Iterator[bool]:
        """Whether this request has one until the block ends."""
        if self._is_quick(environ):
            yield True
            return
        if not self._places.acquire(timeout=self._patience()):
            yield False
            return
        self._full_since = 0.0
        try:
            yield True
        finally:
            self._full_since = 0.0
            self._places.release()

    def _patience(self) -> float:
        """Of all who come while it is full: who waits has the thread that is left."""
        now = monotonic()
        self._full_since = self._full_since or now
        return max(0.0, self._full_since + PATIENCE - now)
