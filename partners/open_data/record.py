"""What we publish of a partner."""

from dataclasses import asdict, dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any


class Precision(StrEnum):
    """How exactly it is known when a partner joined."""

    DAY = "day"
    MONTH = "month"
    RANGE = "range"


@dataclass(frozen=True)
class Joined:
    earliest: date
    latest: date

    @property
    def precision(self) -> Precision:
        if self.earliest == self.latest:
            return Precision.DAY
        if (self.earliest.year, self.earliest.month) == (self.latest.year, self.latest.month):
            return Precision.MONTH
        return Precision.RANGE


@dataclass(frozen=True)
class PartnerRecord:
    """Facts about one partner; `names` and `pages` are by language, and may lack one."""

    id: str
    kind: str
    iso_code: str | None
    region: str | None
    names: dict[str, str]
    joined: Joined
    ordinal: int | None
    status: str
    status_from: date | None
    website: str | None
    pages: dict[str, str]

    def as_plain_data(self) -> dict[str, Any]:
        """In words, numbers and mappings only, as JSON has them."""
        joined = asdict(self.joined) | {"precision": self.joined.precision}
        return asdict(self) | {"joined": joined}


@dataclass(frozen=True)
class Publication:
    """The partners of a day, and when anything about them last changed."""

    as_of: date
    records: list[PartnerRecord]
    changed: datetime | None
