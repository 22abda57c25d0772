"""How the membership changed: who came, who was suspended, who left."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from partners.vocabulary import Status


class Event(StrEnum):
    JOINED = "joined"
    SUSPENDED = "suspended"
    WITHDRAWN = "withdrawn"
    RETURNED = "returned"


EVENT_OF = {
    Status.MEMBER: Event.RETURNED,
    Status.SUSPENDED: Event.SUSPENDED,
    Status.WITHDRAWN: Event.WITHDRAWN,
}


@dataclass(frozen=True)
class Change:
    """Something that happened to a partner's membership on a day."""

    event: Event
    day: date


def changes(joined: date, statuses: Iterable[tuple[date, str]]) -> Iterator[Change]:
    """What happened, in order; `statuses` are the days on which a status began.

    A status that was had already, or that began before the partner joined, changed nothing.
    """
    yield Change(Event.JOINED, joined)
    before: str = Status.MEMBER
    for day, status in sorted(statuses):
        if day >= joined and status != before:
            yield Change(EVENT_OF[Status(status)], day)
        before = status
