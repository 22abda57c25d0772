"""Where finished pages lie: a folder a generation, that web servers can serve by themselves.

The index of a generation says which pages wait for which tags. A change sets those aside that wait
for it; where nobody can tell which, another generation begins. What was set aside is only shown
when nothing better can be had.
"""

from collections.abc import Collection, Iterator
from contextlib import suppress
from functools import lru_cache
from hashlib import sha256
from math import inf
from pathlib import Path
from time import time
from typing import Final

from coalition.delivery.store import files
from coalition.delivery.store.address import Address
from coalition.delivery.store.entry import Entry
from coalition.delivery.store.folder_generations import FolderGenerations
from coalition.delivery.store.folder_turns import FolderTurns
from coalition.delivery.store.index import LITTLE_PATIENCE, Index, Known, Pen
from coalition.delivery.store.memory import Memory
from coalition.delivery.store.shelf import MOST_VARIANTS, STALE_FOR, Moment
from coalition.delivery.store.turns import TurnsOfAll

# It is none of the variants of the page above, as their index finds them.
OF_FILES: Final = ".~"


class FolderShelf:
    """Pages by address; safe for threads and processes that share the folder."""

    def __init__(self, folder: Path, most_pages: int) -> None:
        self.folder = folder
        self.generations = FolderGenerations(folder)
        self.current = self.generations.current
        self.most_pages = most_pages
        self.turns = TurnsOfAll(FolderTurns(folder / "turns"))
        self._memory = Memory[Path, int]()
        self.generation()

    def generation(self) -> str:
        return self.generations.current_name()

    def begin_generation(self) -> None:
        self.generations.begin()

    def forget(self) -> None:
        self.generations.forget()

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
        purged, folders = [], {self.folder / self.generation()}
        if is_for_good:
            folders.update(self.generations.newest_first())
        for folder in folders:
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
        for folder in self.generations.newest_first():
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
        for folder in self.generations.newest_first():
            if folder.name != generation:
                place = place_in(folder, address)
                yield place, files.FRESH, self.current
                yield place, files.STALE, place / files.STALE


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
