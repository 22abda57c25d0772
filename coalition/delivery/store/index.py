"""Which stored pages wait for which tags: a small database beside the pages of a generation.

It is also where processes take turns: who stores a page and who purges hold its lock meanwhile, so
that nothing made before a purge is stored after it.
"""

import json
import sqlite3
from collections.abc import Collection, Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from coalition.delivery.store.locks import alone
from coalition.delivery.store.shelf import PURGES_KNOWN

# Seconds that whoever purges waits for others, and whoever only wants to store a page.
PATIENCE: Final = 5.0
LITTLE_PATIENCE: Final = 1.0
SCHEMA: Final = """
CREATE TABLE IF NOT EXISTS pages (
    number INTEGER PRIMARY KEY AUTOINCREMENT, place TEXT NOT NULL UNIQUE, address TEXT NOT NULL,
    until REAL NOT NULL, is_fresh INTEGER NOT NULL
);
CREATE INDEX IF NOT EXISTS by_end ON pages (until);
CREATE TABLE IF NOT EXISTS links (
    tag INTEGER NOT NULL, page INTEGER NOT NULL, PRIMARY KEY (tag, page)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS by_page ON links (page);
CREATE TABLE IF NOT EXISTS purges (
    number INTEGER PRIMARY KEY AUTOINCREMENT, tag INTEGER NOT NULL
);
"""
KNOWN_PAGES: Final = "SELECT number, place, address FROM pages"
NEWEST_FIRST: Final = "ORDER BY is_fresh DESC, number DESC"


@dataclass(frozen=True)
class Known:
    """A stored page, as the index knows it."""

    number: int
    place: str
    address: str


class Index:
    """One generation's; every act opens it anew, so that threads and processes share nothing."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / "index.sqlite3"

    def moment(self) -> int:
        """How much has been purged until now."""
        with self._open(LITTLE_PATIENCE) as database:
            return _last_purge(database)

    @contextmanager
    def writing(self, patience: float = PATIENCE) -> Iterator["Pen"]:
        """Alone until the block ends; as if nothing had happened if it fails."""
        # SQLite lets writers try again and again, and the unlucky one never gets in.
        with alone(self.file.with_suffix(".lock"), patience), self._open(patience) as database:
            database.execute("BEGIN IMMEDIATE")
            try:
                yield Pen(database)
            except BaseException:
                database.execute("ROLLBACK")
                raise
            database.execute("COMMIT")

    @contextmanager
    def _open(self, patience: float) -> Iterator[sqlite3.Connection]:
        self.file.parent.mkdir(parents=True, exist_ok=True)
        try:
            opened = sqlite3.connect(self.file, timeout=patience, isolation_level=None)
            with closing(opened) as database:
                # What a power cut leaves behind is begun anew; see `FolderShelf.begin_generation`.
                database.execute("PRAGMA synchronous=OFF")
                database.executescript(SCHEMA)
                yield database
        except sqlite3.Error as error:
            raise OSError("The index of stored pages cannot be used") from error


class Pen:
    """What may be written while one is alone."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self.database = database

    def has_purged(self, tags: Collection[str], since: int) -> bool:
        """Whether any of these was purged after a moment; also if nobody knows any more."""
        (oldest,) = self.database.execute("SELECT MIN(number) FROM purges").fetchone()
        if oldest is not None and since < oldest - 1:
            return True
        purged = self.database.execute("SELECT tag FROM purges WHERE number > ?", [since])
        return not {tag for (tag,) in purged}.isdisjoint(map(number_of, tags))

    def link(self, place: str, address: str, tags: Iterable[str], until: float) -> int:
        """From now on a page is found by these tags, and no longer by others; its number."""
        self.forget(self._known("WHERE place = ?", place))
        added = self.database.execute(
            "INSERT INTO pages (place, address, until, is_fresh) VALUES (?, ?, ?, 1)",
            [place, address, until],
        )
        number = int(added.lastrowid or 0)
        links = [(number_of(tag), number) for tag in set(tags)]
        self.database.executemany("INSERT OR IGNORE INTO links VALUES (?, ?)", links)
        return number

    def tags_of(self, place: str) -> list[str]:
        """By which the page that lies there is found."""
        tags = self.database.execute(
            "SELECT tag FROM links JOIN pages ON page = number WHERE place = ?", [place]
        )
        return [f"{tag:x}" for (tag,) in tags]

    def knows(self, number: int) -> bool:
        """Whether nobody has forgotten it since it was linked, or linked it anew."""
        found = self.database.execute("SELECT 1 FROM pages WHERE number = ?", [number])
        return found.fetchone() is not None

    def purge(self, tags: Iterable[str]) -> list[Known]:
        """The pages that wait for any of these, fresh and stale ones."""
        numbers = sorted({number_of(tag) for tag in tags})
        self.database.executemany("INSERT INTO purges (tag) VALUES (?)", [[n] for n in numbers])
        oldest = _last_purge(self.database) - PURGES_KNOWN
        self.database.execute("DELETE FROM purges WHERE number <= ?", [oldest])
        return self._known(
            "WHERE number IN (SELECT page FROM links"
            " WHERE tag IN (SELECT value FROM json_each(?)))",
            json.dumps(numbers),
        )

    def ended(self, moment: float) -> list[Known]:
        """The fresh pages that are so no longer."""
        return self._known("WHERE until <= ? AND is_fresh", moment)

    def ended_before(self, moment: float) -> list[Known]:
        return self._known("WHERE until <= ? AND NOT is_fresh", moment)

    def beyond(self, most: int) -> list[Known]:
        """What is too much: the stale ones go first, then the oldest."""
        return self._known(f"{NEWEST_FIRST} LIMIT -1 OFFSET ?", most)

    def variants_beyond(self, most: int, page: str) -> list[Known]:
        # As `place_in` has it.
        first, last = f"{page}/.", f"{page}/.g"
        return self._known(
            f"WHERE place BETWEEN ? AND ? {NEWEST_FIRST} LIMIT -1 OFFSET ?", first, last, most
        )

    def number_of_pages(self) -> int:
        (number,) = self.database.execute("SELECT COUNT(*) FROM pages").fetchone()
        return int(number)

    def set_aside(self, pages: Iterable[Known], now: float) -> None:
        """They are stale since now, and stay linked: they may have to go for good."""
        self.database.executemany(
            "UPDATE pages SET is_fresh = 0, until = MIN(until, ?) WHERE number = ?",
            [(now, page.number) for page in pages],
        )

    def forget(self, pages: Iterable[Known]) -> None:
        for page in pages:
            self.database.execute("DELETE FROM links WHERE page = ?", [page.number])
            self.database.execute("DELETE FROM pages WHERE number = ?", [page.number])

    def _known(self, which: str, *values: object) -> list[Known]:
        rows = self.database.execute(f"{KNOWN_PAGES} {which}", values)
        return [Known(*row) for row in rows]


def number_of(tag: str) -> int:
    """Of a tag's digest."""
    return int(tag, 16)


def _last_purge(database: sqlite3.Connection) -> int:
    (number,) = database.execute(
        "SELECT COALESCE((SELECT seq FROM sqlite_sequence WHERE name = 'purges'), 0)"
    ).fetchone()
    return int(number)
