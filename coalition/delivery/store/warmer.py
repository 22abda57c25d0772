"""Makes pages anew that have just changed, so that no visitor waits for them."""

import logging
from collections.abc import Callable, Iterable, Mapping
from threading import Lock, Thread
from typing import Final

from coalition.delivery.store.address import Address

# Of one change. What else it has made cold is made when somebody asks for it.
MOST: Final = 15

Reads = Callable[[], Mapping[str, int]]

logger = logging.getLogger(__name__)


class Warmer:
    """At work in a thread of its own, as long as there is something to do.

    `make` makes one page; `most_read` tells how often those pages were read that were read most,
    by their paths.
    """

    def __init__(self, make: Callable[[Address], None], most_read: Reads = dict) -> None:
        self._make = make
        self._most_read = most_read
        self._wanted: dict[tuple[Address, ...], None] = {}
        self._is_at_work = False
        self._lock = Lock()

    def ask_for(self, *addresses: Address) -> None:
        """Those of them that matter most, soon."""
        with self._lock:
            self._wanted[addresses] = None
            if self._is_at_work:
                return
            self._is_at_work = True
        # A process that ends does not wait for it.
        Thread(target=self._work, name="warmer", daemon=True).start()

    def _work(self) -> None:
        while addresses := self._next():
            for address in most_urgent(addresses, self._most_read)[:MOST]:
                try:
                    self._make(address)
                except Exception:
                    # A visitor makes it, and is told what is wrong.
                    logger.exception("%s could not be made anew", address)

    def _next(self) -> tuple[Address, ...]:
        with self._lock:
            self._is_at_work = bool(self._wanted)
            first = next(iter(self._wanted), ())
            self._wanted.pop(first, None)
        return first


def most_urgent(addresses: Iterable[Address], most_read: Reads) -> list[Address]:
    """Front pages, then what is read most, then what stands highest; pages before files."""
    addresses = list(addresses)
    if len(addresses) == 1:
        return addresses
    reads = most_read()

    def rank(address: Address) -> tuple[object, ...]:
        steps = address.path.strip("/").count("/") + bool(address.query)
        is_file = not address.path.endswith("/")
        return (
            is_file,
            steps > 0,
            -reads.get(address.path, 0),
            steps,
            bool(address.query),
            str(address),
        )

    return sorted(addresses, key=rank)
