"""Where finished pages lie: a folder a generation, that web servers can serve by themselves.

`current` names the generation that counts, and its index says which pages wait for which tags. A
change sets those aside that wait for it; where nobody can tell which, another generation begins.
What was set aside is only shown when nothing better can be had.
"""

import shutil
from collections.abc import Collection, Iterator
from contextlib import suppress
from functools import lru_cache
from hashlib import sha256
from math import inf
from pathlib import Path
from time import time, time_ns
from typing import Final
from uuid import uuid4

from coalition.delivery.store import files
from coalition.delivery.store.address import Address
from coalition.delivery.store.entry import Entry
from coalition.delivery.store.folder_turns import FolderTurns
from coalition.delivery.store.index import LITTLE_PATIENCE, Index, Known, Pen
from coalition.delivery.store.memory import Memory
from coalition.delivery.store.shelf import MOST_VARIANTS, STALE_FOR, Moment
from coalition.delivery.store.turns import TurnsOfAll

GENERATIONS_KEPT: Final = 4
# It is none of the variants of the page above, as their index finds them.
OF_FILES: Final = ".~"


class FolderShelf:
    """Pages by address; safe for threads and processes that share the folder."""

    def __init__(self, folder: Path, most_pages: int) -> None:
        self.folder = folder
        self.current = folder / "current"
        self.most_pages = most_pages
        self.turns = TurnsOfAll(FolderTurns(folder / "turns"))
        self._memory = Memory[Path, int]()
        self.generation()

    def generation(self) -> str:
        try:
            return self.current.readlink().name
        except FileNotFoundError:
            # The first of all, or somebody has emptied the folder.
            self.begin_generation()
            return self.current.readlink().name

    def begin_generation(self) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        # In the order of their names, newer ones stand behind older ones, whatever the clock says.
        name = f"{max(time_ns(), self._newest() + 1):020}-{uuid4().hex}"
        link = self.folder / f"{name}.link"
        link.symlink_to(f"g-{name}")
        link.replace(self.current)
        for folder in list(self._generations())[GENERATIONS_KEPT:]:
            shutil.rmtree(folder, ignore_errors=True)

    def forget(self) -> None:
        older = set(self._generations())
        self.begin_generation()
        current = self.generation()
        for folder in self._generations():
            # Of the one that counts from here on, visitors may have the first pages already.
            if folder in older or folder.name < current:
                shutil.rmtree(folder, ignore_errors=True)

    def find(self, address: Address) -> Entry | None:
        return self._read(place_in(self.current, address), files.FRESH)

    def find_stale(self, address: Address) -> Entry | None:
        found = (self._read(place, name) for place, name, _since in self._set_aside(address))
        return next(filter(None, found), None)

    def seconds_since_change(self, address: Address) -> float:
        for place, name, since in self._set_aside(address):
            with suppress(OSError):
                if (place / name).exists():
                    return time() - since.lstat().st_mtime
        return 0

    def moment(self) -> Moment:
        generation = self.generation()
        return Moment(generation, Index(self.folder / generation).moment())

    def put(self, address: Address, entry: Entry, tags: Collection[str], since: Moment) -> None:
        folder = self.folder / since.generation
        place = place_in(folder, address)
        if since.generation != self.generation():
            return
        index, name = Index(folder), str(place.relative_to(folder))
        with index.writing(LITTLE_PATIENCE) as pen:
            if pen.has_purged(tags, since.purges):
                return
            # What lies there until this is written waits for other tags.
            number = pen.link(name, str(address), {*tags, *pen.tags_of(name)}, entry.until)
            files.set_aside(place)
            if address.query:
                page = str(place.parent.relative_to(folder))
                throw_away(folder, pen, pen.variants_beyond(MOST_VARIANTS, page))
        # Linked first, and only if still linked: no page may lie there that nobody can purge.
        with index.writing(LITTLE_PATIENCE) as pen:
            if pen.knows(number) and not pen.has_purged(tags, since.purges):
                files.write_entry(place, entry)
                pen.link(name, str(address), tags, entry.until)
        if since.generation != self.generation():
            files.remove_all(place)

    def purge(self, tags: Collection[str], *, is_for_good: bool = False) -> list[str]:
        purged = []
        generation = self.generation()
        for folder in {self.folder / generation, *(self._generations() if is_for_good else ())}:
            with Index(folder).writing() as pen:
                known = pen.purge(tags)
                purged += [page.address for page in known if set_aside(folder, page)]
                if is_for_good:
                    throw_away(folder, pen, known)
                else:
                    pen.set_aside(known, time())
        return purged

    def tend(self) -> list[str]:
        ended, room, generation = [], self.most_pages, self.generation()
        for folder in self._generations():
            is_over = folder.name != generation
            with Index(folder).writing() as pen:
                known = pen.ended(inf if is_over else time())
                # The files of a generation that is over stay: the next one tells since when.
                ended += [page.address for page in known if is_over or set_aside(folder, page)]
                pen.set_aside(known, time())
                throw_away(folder, pen, pen.ended_before(time() - STALE_FOR))
                throw_away(folder, pen, pen.beyond(room))
                room -= pen.number_of_pages()
        return ended

    def _read(self, place: Path, name: str) -> Entry | None:
        description = place / name
        try:
            written = description.stat().st_mtime_ns
            known, entry = self._memory.known(description)
            if entry and known == written:
                return entry
            entry = files.read_entry(place, name)
        except (OSError, ValueError, KeyError, TypeError):
            # There is none, its name is too long for this disk, or what lies there is damaged.
            return None
        self._memory.keep(description, written, entry)
        return entry

    def _set_aside(self, address: Address) -> Iterator[tuple[Path, str, Path]]:
        """Where what stood there before may lie, newest first, and what tells since when it does.

        A page that counted until a generation ended was set aside by the next one.
        """
        here = place_in(self.current, address)
        yield here, files.STALE, here / files.STALE
        generation = self.generation()
        for folder in self._generations():
            if folder.name != generation:
                place = place_in(folder, address)
                yield place, files.FRESH, self.current
                yield place, files.STALE, place / files.STALE

    def _generations(self) -> Iterator[Path]:
        """Newest first."""
        return iter(sorted(self.folder.glob("g-*"), reverse=True))

    def _newest(self) -> int:
        """The number of the last one, which has no folder yet if nothing was stored in it."""
        names = [folder.name for folder in self._generations()]
        with suppress(FileNotFoundError):
            names.append(self.current.readlink().name)
        return max((int(name.split("-")[1]) for name in names), default=0)


def set_aside(folder: Path, page: Known) -> bool:
    return files.set_aside(folder / page.place)


def throw_away(folder: Path, pen: Pen, pages: Collection[Known]) -> None:
    for page in pages:
        files.remove_all(folder / page.place)
    pen.forget(pages)


# Paths cost more than all else that is done for a page in memory.
@lru_cache(maxsize=4096)
def place_in(folder: Path, address: Address) -> Path:
    above, _, file = address.path.rpartition("/")
    page = folder / address.host / above.strip("/")
    # No address has such steps: they begin as hidden files do.
    if file:
        page /= f"{OF_FILES}{file}"
    return page / f".{sha256(address.query.encode()).hexdigest()}" if address.query else page
