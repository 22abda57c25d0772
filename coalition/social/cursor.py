"""A place in the stream of posts, as it stands in addresses."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final, Self

from coalition.pages.cursor import KEY, UnreadableCursor

BEGINNING: Final = datetime(1970, 1, 1, tzinfo=UTC)
# Sixteen digits of microseconds reach the year 2286.
WRITTEN: Final = re.compile(rf"(p?)(0|[1-9][0-9]{{0,15}})-{KEY}")


@dataclass(frozen=True)
class Cursor:
    """Just after one post: its moment, and its key because posts can share a moment.

    Among the pinned posts, which stand before all others, it begins with a p.
    """

    posted_at: datetime
    pk: int
    is_pinned: bool = False

    @classmethod
    def read(cls, text: str) -> Self:
        match = WRITTEN.fullmatch(text)
        if match is None:
            raise UnreadableCursor(text)
        moment = BEGINNING + timedelta(microseconds=int(match[2]))
        return cls(moment, int(match[3]), bool(match[1]))

    def __str__(self) -> str:
        moment = (self.posted_at - BEGINNING) // timedelta(microseconds=1)
        return f"{'p' if self.is_pinned else ''}{moment}-{self.pk}"
