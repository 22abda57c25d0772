"""Counts pages as they are handed out: no cookie, no script, nothing of who asked for them."""

import atexit
from collections import Counter
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from threading import Lock, Thread
from time import monotonic
from typing import Final

from coalition.delivery.store.address import Address

Counts = Mapping[tuple[date, str], int]

SECONDS: Final = 60


class PageCounter:
    """Keeps counts in memory and hands them on once a minute, by day and path."""

    def __init__(self, keep: Callable[[Counts], None]) -> None:
        self.keep = keep
        self._counts: Counter[tuple[date, str]] = Counter()
        self._lock = Lock()
        self._handed_on = monotonic()
        atexit.register(self.hand_on)

    def __call__(self, address: Address) -> None:
        with self._lock:
            self._counts[datetime.now(UTC).date(), address.path] += 1
            is_due = monotonic() - self._handed_on > SECONDS
            if is_due:
                self._handed_on = monotonic()
        if is_due:
            # Whoever asks for a page does not wait for the database.
            Thread(target=self.hand_on).start()

    def hand_on(self) -> None:
        with self._lock:
            counts, self._counts = self._counts, Counter()
        if counts:
            self.keep(counts)
