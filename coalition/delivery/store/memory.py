"""The pages that were read last, so that most are not read again."""

from collections import OrderedDict
from threading import Lock
from typing import Final, Generic, TypeVar

from coalition.delivery.store.entry import Entry

BYTES: Final = 16_000_000

Place = TypeVar("Place")
Writing = TypeVar("Writing")


class Memory(Generic[Place, Writing]):
    """Of one process, for all its threads; which writing of a page counts the shelf says."""

    def __init__(self) -> None:
        self._kept: OrderedDict[Place, tuple[Writing, Entry]] = OrderedDict()
        self._bytes = 0
        self._lock = Lock()

    def known(self, place: Place) -> tuple[Writing | None, Entry | None]:
        return self._kept.get(place, (None, None))

    def keep(self, place: Place, written: Writing, entry: Entry) -> None:
        entry = entry.compressed
        with self._lock:
            old = self._kept.pop(place, None)
            self._kept[place] = (written, entry)
            self._bytes += entry.size - (old[1].size if old else 0)
            while self._bytes > BYTES:
                _, (_, forgotten) = self._kept.popitem(last=False)
                self._bytes -= forgotten.size
