"""Where finished pages lie: a folder a generation, that web servers can serve by themselves.

`current` names the generation that counts. A change to the site begins another one; pages of
those before it are only shown when nothing better can be had.
"""

import json
import os
import shutil
from collections import OrderedDict
from collections.abc import Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from threading import Lock
from time import time
from typing import Final
from uuid import uuid4

from coalition.delivery.store.address import Address
from coalition.delivery.store.entry import Entry

ENDINGS: Final = {"identity": "", "gzip": ".gz", "br": ".br"}
GENERATIONS_KEPT: Final = 4
# Addresses of one page that differ in their parameters; beyond it they are rendered each time.
MOST_VARIANTS: Final = 400
BYTES_IN_MEMORY: Final = 32_000_000


class Shelf:
    """Pages by address; safe for threads and processes that share the folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._memory: OrderedDict[Path, tuple[int, Entry]] = OrderedDict()
        self._bytes = 0
        self._lock = Lock()
        self.generation()

    @property
    def current(self) -> Path:
        return self.folder / "current"

    def generation(self) -> str:
        try:
            return self.current.readlink().name
        except FileNotFoundError:
            # The first of all, or somebody has emptied the folder.
            self.begin_generation()
            return self.current.readlink().name

    def begin_generation(self) -> None:
        """From now on nothing that was stored counts."""
        self.folder.mkdir(parents=True, exist_ok=True)
        name = uuid4().hex
        link = self.folder / f"{name}.link"
        link.symlink_to(f"g-{name}")
        link.replace(self.current)

    def forget(self) -> None:
        """Nothing that was stored is ever shown again, not even when nothing better can be had."""
        self.begin_generation()
        for folder in self._generations():
            shutil.rmtree(folder, ignore_errors=True)

    def seconds_since_change(self) -> float:
        return time() - self.current.lstat().st_mtime

    def find(self, address: Address) -> Entry | None:
        return self._read(place_in(self.current, address))

    def find_stale(self, address: Address) -> Entry | None:
        """The last that was stored before the generation that counts, if it is still there."""
        generation = self.generation()
        for folder in self._generations():
            entry = None if folder.name == generation else self._read(place_in(folder, address))
            if entry:
                return entry
        return None

    def put(self, address: Address, entry: Entry, generation: str) -> None:
        """Store what was rendered while this generation counted, if it counts still."""
        if generation != self.generation():
            return
        folder = self.folder / generation
        if not folder.exists():
            self._clear_out()
        place = place_in(folder, address)
        is_another = address.query and not place.exists()
        if is_another and number_of_variants(place.parent) >= MOST_VARIANTS:
            return
        place.mkdir(parents=True, exist_ok=True)
        for coding, body in entry.bodies.items():
            write(place / f"index.html{ENDINGS[coding]}", body)
        # The last, because it is what a reader looks for.
        write(place / "entry.json", json.dumps(described(entry)).encode())

    def _read(self, place: Path) -> Entry | None:
        description = place / "entry.json"
        try:
            written = description.stat().st_mtime_ns
            known = self._memory.get(place)
            if known and known[0] == written:
                return known[1]
            entry = read_entry(place, description)
        except (OSError, ValueError, KeyError, TypeError):
            # There is none, its name is too long for this disk, or what lies there is damaged.
            return None
        self._remember(place, written, entry)
        return entry

    def _remember(self, place: Path, written: int, entry: Entry) -> None:
        with self._lock:
            old = self._memory.pop(place, None)
            self._memory[place] = (written, entry)
            self._bytes += entry.size - (old[1].size if old else 0)
            while self._bytes > BYTES_IN_MEMORY:
                _, (_, forgotten) = self._memory.popitem(last=False)
                self._bytes -= forgotten.size

    def _generations(self) -> Iterator[Path]:
        """Newest first."""
        begun = {}
        for folder in self.folder.glob("g-*"):
            # Another process may be clearing it out.
            with suppress(FileNotFoundError):
                begun[folder] = folder.stat().st_mtime
        return iter(sorted(begun, key=begun.__getitem__, reverse=True))

    def _clear_out(self) -> None:
        for number, folder in enumerate(self._generations()):
            if number >= GENERATIONS_KEPT:
                shutil.rmtree(folder, ignore_errors=True)


def place_in(folder: Path, address: Address) -> Path:
    page = folder / address.host / address.path.strip("/")
    # No address has such a step: it begins as hidden files do.
    return page / f".{sha256(address.query.encode()).hexdigest()}" if address.query else page


def number_of_variants(page: Path) -> int:
    try:
        return sum(each.name.startswith(".") for each in os.scandir(page))
    except FileNotFoundError:
        return 0


def described(entry: Entry) -> dict[str, object]:
    return {
        "status": entry.status,
        "headers": entry.headers,
        "parameters": entry.parameters,
        "stored_at": entry.stored_at,
    }


def read_entry(place: Path, description: Path) -> Entry:
    told = json.loads(description.read_bytes())
    return Entry(
        status=told["status"],
        headers=tuple((name, value) for name, value in told["headers"]),
        bodies={
            coding: (place / f"index.html{ending}").read_bytes()
            for coding, ending in ENDINGS.items()
        },
        parameters=tuple(told["parameters"]),
        stored_at=told["stored_at"],
    )


def write(path: Path, content: bytes) -> None:
    """Whole or not at all, whoever reads it meanwhile."""
    new = path.with_name(f"new-{uuid4().hex}")
    try:
        new.write_bytes(content)
        new.chmod(0o644)
        new.replace(path)
    except OSError:
        new.unlink(missing_ok=True)
        raise
