"""When each partner counts: the whole register's history, small enough to be kept."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from partners.vocabulary import Status


@dataclass(frozen=True)
class Membership:
    """One partner's days; `changes` are pairs of a day and the status from then on, in order.

    `PartnerQuerySet.members()` states the same rule to the database; a property test holds the
    two together.
    """

    kind: str
    region: str
    joined_latest: date
    changes: tuple[tuple[date, str], ...] = ()

    def counts_on(self, day: date) -> bool:
        return self.joined_latest <= day and self.status_on(day) != Status.WITHDRAWN

    def status_on(self, day: date) -> str:
        past = [status for from_date, status in self.changes if from_date <= day]
        return past[-1] if past else Status.MEMBER


def count(memberships: Iterable[Membership], day: date, kind: str = "", region: str = "") -> int:
    """How many count on a day: all, or those of a kind, of a region."""
    return sum(
        membership.counts_on(day)
        for membership in memberships
        if kind in ("", membership.kind) and region in ("", membership.region)
    )
