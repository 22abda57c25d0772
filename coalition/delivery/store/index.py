"""Which stored pages wait for which tags: a small database beside the pages of a generation.

It is also where processes take turns: who stores a page and who purges hold its lock meanwhile, so
that nothing made before a purge is stored after it.
"""

import json
import sqlite3
from collections.abc import Collection, Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from fcntl import LOCK_EX, flock
from pathlib import Path
from typing import Final

from coalition.delivery.store.shelf import PURGES_KNOWN

# Seconds that one process waits for another.
PATIENCE: Final = 5
SCHEMA: Final = """
CREATE TABLE IF NOT EXISTS pages (
    number INTEGER PRIMARY KEY, place TEXT NOT NULL UNIQUE, address TEXT NOT NULL,
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
        with self._open() as database:
            return _last_purge(database)

    @contextmanager
    def writing(self) -> Iterator["Pen"]:
        """Alone until the block ends; as if nothing had happened if it fails."""
        with self._alone(), self._open() as database:
            database.execute("BEGIN IMMEDIATE")
            try:
                yield Pen(database)
            except BaseException:
                database.execute("ROLLBACK")
                raise
            database.execute("COMMIT")

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """In turn: SQLite lets writers try again and again, and the unlucky one never gets in."""
        self.file.parent.mkdir(parents=True, exist_ok=True)
        with self.file.with_suffix(".lock").open("w") as lock:
            flock(lock, LOCK_EX)
            yield

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        self.file.parent.mkdir(parents=True, exist_ok=True)
        try:
            opened = sqlite3.connect(self.file, timeout=PATIENCE, isolation_level=None)
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

    def link(self, place: str, address: str, tags: Iterable[str], until: float) -> None:
        """From now on a page is found by these tags, and no longer by others."""
        self.forget([number for (number,) in self._numbers(place)])
        added = self.database.execute(
            "INSERT INTO pages (place, address, until, is_fresh) VALUES (?, ?, ?, 1)",
            [place, address, until],
        )
        links = [(number_of(tag), added.lastrowid) for tag in set(tags)]
        self.database.executemany("INSERT OR IGNORE INTO links VALUES (?, ?)", links)

    def purge(self, tags: Iterable[str]) -> list[Known]:
        """The pages that wait for any of these, fresh and stale ones."""
        numbers = sorted({number_of(tag) for tag in tags})
        self.database.executemany("INSERT INTO purges (tag) VALUES (?)", [[n] for n in numbers])
        oldest = _last_purge(self.database) - PURGES_KNOWN
        self.database.execute("DELETE FROM purges WHERE number <= ?", [oldest])
        rows = self.database.execute(
            "SELECT DISTINCT number, place, address FROM links JOIN pages ON page = number"
            " WHERE tag IN (SELECT value FROM json_each(?))",
            [json.dumps(numbers)],
        )
        return [Known(*row) for row in rows]

    def ended(self, moment: float) -> list[Known]:
        """The fresh pages that are so no longer."""
        rows = self.database.execute(
            "SELECT number, place, address FROM pages WHERE until <= ? AND is_fresh", [moment]
        )
        return [Known(*row) for row in rows]

    def ended_before(self, moment: float) -> list[Known]:
        rows = self.database.execute(
            "SELECT number, place, address FROM pages WHERE until <= ? AND NOT is_fresh", [moment]
        )
        return [Known(*row) for row in rows]

    def set_aside(self, numbers: Iterable[int], now: float) -> None:
        """They are stale since now, and stay linked: they may have to go for good."""
        self.database.executemany(
            "UPDATE pages SET is_fresh = 0, until = MIN(until, ?) WHERE number = ?",
            [(now, number) for number in numbers],
        )

    def forget(self, numbers: Iterable[int]) -> None:
        for number in numbers:
            self.database.execute("DELETE FROM links WHERE page = ?", [number])
            self.database.execute("DELETE FROM pages WHERE number = ?", [number])

    def _numbers(self, place: str) -> list[tuple[int]]:
        return self.database.execute("SELECT number FROM pages WHERE place = ?", [place]).fetchall()


def number_of(tag: str) -> int:
    """Of a tag's digest."""
    return int(tag, 16)


def _last_purge(database: sqlite3.Connection) -> int:
    (number,) = database.execute(
        "SELECT COALESCE((SELECT seq FROM sqlite_sequence WHERE name = 'purges'), 0)"
    ).fetchone()
    return int(number)
