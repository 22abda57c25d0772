"""A place in the stream of posts, as it stands in addresses."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final, Self

BEGINNING: Final = datetime(1970, 1, 1, tzinfo=UTC)
# Sixteen digits of microseconds reach the year 2286, eighteen fit every database's keys.
WRITTEN: Final = re.compile(r"([0-9]{1,16})-([0-9]{1,18})")


class UnreadableCursor(ValueError):
    """The text names no place in the stream."""


@dataclass(frozen=True)
class Cursor:
    """Just after one post: its moment, and its key because posts can share a moment."""

    posted_at: datetime
    pk: int

    @classmethod
    def read(cls, text: str) -> Self:
        match = WRITTEN.fullmatch(text)
        if match is None:
            raise UnreadableCursor(text)
        moment = BEGINNING + timedelta(microseconds=int(match[1]))
        return cls(moment, int(match[2]))

    def __str__(self) -> str:
        return f"{(self.posted_at - BEGINNING) // timedelta(microseconds=1)}-{self.pk}"
