"""Where finished pages lie, whoever keeps them: what the door and its neighbours ask of a shelf.

The law of all shelves: a page whose making began before something was purged that it waits for is
never found after that purge, however late it is put back.
"""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final, Protocol

from coalition.delivery.store.address import Address
from coalition.delivery.store.entry import Entry
from coalition.delivery.store.turns import Turns

# Addresses of one page that differ in their parameters; beyond it the oldest go.
MOST_VARIANTS: Final = 400
# A page that was begun before so many purged tags is made once more.
PURGES_KNOWN: Final = 20_000
# The longest that a page is handed out without being made anew: pages are purged when they change,
# and say when they will by themselves. What is changed behind Django's back shows after it.
FRESH_FOR: Final = 60 * 60
STALE_FOR: Final = 24 * 60 * 60


@dataclass(frozen=True)
class Moment:
    """What counted when somebody began to make a page."""

    generation: str
    purges: int


class Shelf(Protocol):
    """Pages by address, and turns for those who make them.

    Where there is trouble, whoever looks for a page finds none, and all others meet an `OSError`.
    """

    @property
    def turns(self) -> Turns: ...

    def find(self, address: Address) -> Entry | None: ...

    def find_stale(self, address: Address) -> Entry | None:
        """What was set aside last, or stored before the generation that counts."""

    def seconds_since_change(self, address: Address) -> float:
        """Since this page was set aside, if it was; else since all were."""

    def moment(self) -> Moment: ...

    def put(self, address: Address, entry: Entry, tags: Collection[str], since: Moment) -> None:
        """Store what was made since a moment, if nothing it waits for has changed meanwhile."""

    def purge(self, tags: Collection[str], *, is_for_good: bool = False) -> list[str]:
        """Set aside what waits for any of these; the addresses of what was fresh until now.

        For good, nothing of it is ever shown again: in older generations neither.
        """

    def tend(self) -> list[str]:
        """Set aside what has changed by itself, and throw away what is too old or too much.

        The addresses of what was fresh until now, or until another generation began.
        """

    def begin_generation(self) -> None:
        """From now on nothing that was stored counts."""

    def forget(self) -> None:
        """Nothing that was stored is ever shown again, not even when nothing better can be had."""
