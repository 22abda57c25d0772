"""A place in a list, as it stands in addresses: the list goes on after one of its rows."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Final, Self

# Eighteen digits fit every database's keys; each is written in one way.
KEY: Final = "(0|[1-9][0-9]{0,17})"
DAY_AND_KEY: Final = re.compile(rf"([0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}})-{KEY}")


class UnreadableCursor(ValueError):
    """The text names no place in the list."""


@dataclass(frozen=True, order=True)
class DayCursor:
    """Just after one row of a list by days: its day, and its key because rows can share a day."""

    day: date
    pk: int

    @classmethod
    def read(cls, text: str) -> Self:
        match = DAY_AND_KEY.fullmatch(text)
        if match is None:
            raise UnreadableCursor(text)
        try:
            return cls(date.fromisoformat(match[1]), int(match[2]))
        except ValueError:
            raise UnreadableCursor(text) from None

    def __str__(self) -> str:
        return f"{self.day.isoformat()}-{self.pk}"
