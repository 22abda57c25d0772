"""Of many who want the same thing made, one makes it and the others wait."""

from collections.abc import Hashable, Iterator
from contextlib import AbstractContextManager, contextmanager
from threading import Event, Lock
from typing import Protocol


class Waiting(Protocol):
    """For those who have come later."""

    def wait(self, seconds: float, /) -> bool:
        """Until it is made, or so many seconds; whether it is."""


class Turns(Protocol):
    """Whose turn it is, by what is made."""

    def turn(self, key: Hashable, /) -> AbstractContextManager[Waiting | None]:
        """None for whoever comes first; for the others, how to wait for that one."""


class TurnsHere:
    """For the threads of one process."""

    def __init__(self) -> None:
        self._running: dict[Hashable, Event] = {}
        self._lock = Lock()

    @contextmanager
    def turn(self, key: Hashable) -> Iterator[Waiting | None]:
        with self._lock:
            running = self._running.get(key)
            if running is None:
                ended = self._running[key] = Event()
        if running:
            yield running
            return
        try:
            yield None
        finally:
            with self._lock:
                del self._running[key]
            ended.set()


class TurnsOfAll:
    """For the threads of many processes: one of each asks `elsewhere` for all of them."""

    def __init__(self, elsewhere: Turns) -> None:
        self._here = TurnsHere()
        self._elsewhere = elsewhere

    @contextmanager
    def turn(self, key: Hashable) -> Iterator[Waiting | None]:
        with self._here.turn(key) as here:
            if here:
                yield here
                return
            with self._elsewhere.turn(key) as there:
                yield there
