"""Where finished pages lie for several machines: a Redis or Valkey that all of them ask.

Its scripts run one after the other, so that a page and the purges are looked at and written at one
moment, whichever machine asks. Purges are numbered by the server's own clock, which never goes
back: clocks of machines differ, and a counter would begin again with a server that has lost it. A
page is refused if one of its tags has a later stamp than the making of the page.

A page has one place for all generations: it counts while it is younger than the generation, stands
in for a day after that, and expires by itself.
"""

from collections.abc import Collection
from contextlib import suppress
from dataclasses import replace

from coalition.delivery.store.address import Address
from coalition.delivery.store.entry import Entry, described, read
from coalition.delivery.store.memory import Memory
from coalition.delivery.store.redis_server import Server
from coalition.delivery.store.redis_turns import RedisTurns
from coalition.delivery.store.shelf import MOST_VARIANTS, PURGES_KNOWN, Moment
from coalition.delivery.store.turns import TurnsOfAll

FOR_GOOD = "for good"


class RedisShelf:
    """Pages by address, for all that name the same server and database."""

    def __init__(self, url: str) -> None:
        self._server = Server(url)
        self.turns = TurnsOfAll(RedisTurns(self._server))
        self._memory = Memory[Address, bytes]()

    def find(self, address: Address) -> Entry | None:
        return self._found(address, "fresh")

    def find_stale(self, address: Address) -> Entry | None:
        return self._found(address, "stale")

    def seconds_since_change(self, address: Address) -> float:
        with suppress(OSError):
            return float(self._server.read("since_change", str(address))) / 1_000_000
        return 0

    def moment(self) -> Moment:
        generation, purges = self._server.read("moment")
        return Moment(generation.decode(), int(purges))

    def put(self, address: Address, entry: Entry, tags: Collection[str], since: Moment) -> None:
        bodies = [entry.bodies[coding] for coding in ("identity", "gzip", "br")]
        what = [str(address.bare), str(address), address.query, MOST_VARIANTS]
        when = [since.generation, since.purges, entry.until]
        self._server.read("put", *what, *when, described(entry), *bodies, *tags)

    def purge(self, tags: Collection[str], *, is_for_good: bool = False) -> list[str]:
        how = FOR_GOOD if is_for_good else ""
        return told(self._server.purge("purge", how, PURGES_KNOWN, *tags))

    def tend(self) -> list[str]:
        return told(self._server.purge("tend"))

    def begin_generation(self) -> None:
        self._server.purge("begin_generation", "")

    def forget(self) -> None:
        self._server.purge("begin_generation", FOR_GOOD)

    def _found(self, address: Address, which: str) -> Entry | None:
        """None as well where nobody answers."""
        known, entry = self._memory.known(address)
        try:
            found = self._server.read("find", str(address), which, known or "")
            if not found:
                return None
            written, *content = found
            if entry and known == written:
                return entry
            entry = unpacked(*content)
        except (OSError, ValueError, KeyError, TypeError):
            # Nobody answers, or what lies there is of another release.
            return None
        self._memory.keep(address, written, entry)
        return entry


def unpacked(description: bytes, identity: bytes, gzip: bytes, br: bytes) -> Entry:
    return replace(read(description), bodies={"identity": identity, "gzip": gzip, "br": br})


def told(addresses: list[bytes]) -> list[str]:
    return [address.decode() for address in addresses]
