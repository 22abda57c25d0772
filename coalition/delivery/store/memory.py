"""The pages that were read last, so that most are not read again."""

from collections import OrderedDict
from pathlib import Path
from threading import Lock
from typing import Final

from coalition.delivery.store.entry import Entry
from coalition.delivery.store.files import read_entry

BYTES: Final = 32_000_000


class Memory:
    """Of one process, for all its threads; whether a page is still there the disk says."""

    def __init__(self) -> None:
        self._known: OrderedDict[Path, tuple[int, Entry]] = OrderedDict()
        self._bytes = 0
        self._lock = Lock()

    def read(self, place: Path, name: str) -> Entry | None:
        description = place / name
        try:
            written = description.stat().st_mtime_ns
            known = self._known.get(description)
            if known and known[0] == written:
                return known[1]
            entry = read_entry(place, name)
        except (OSError, ValueError, KeyError, TypeError):
            # There is none, its name is too long for this disk, or what lies there is damaged.
            return None
        self._remember(description, written, entry)
        return entry

    def _remember(self, description: Path, written: int, entry: Entry) -> None:
        with self._lock:
            old = self._known.pop(description, None)
            self._known[description] = (written, entry)
            self._bytes += entry.size - (old[1].size if old else 0)
            while self._bytes > BYTES:
                _, (_, forgotten) = self._known.popitem(last=False)
                self._bytes -= forgotten.size
