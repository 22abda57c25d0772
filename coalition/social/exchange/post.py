"""A post as an archive tells it, and what can be wrong with one."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator

LONGEST_ADDRESS: Final = 200
LONGEST_HANDLE: Final = 120
EARLIEST: Final = 1990
LATEST: Final = 2200
# Twice the longest that X sells: many posts are in memory at once.
LONGEST_TEXT: Final = 50_000
# Mastodon's limit, and the longest of all.
LONGEST_ALT: Final = 1500
# Control characters but the tab and the line end, and halves of characters.
UNSOUND: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")


class ArchiveRefused(Exception):
    """The archive as a whole cannot be read; says where and why."""


class Wrong(ValueError):
    """An entry cannot mean what it says."""


@dataclass(frozen=True)
class Options:
    """What the archive itself may not say."""

    account: str = ""
    language: str = "en"
    languages: tuple[str, ...] = ("en",)
    with_answers: bool = False


@dataclass(frozen=True)
class Medium:
    """A picture of a post: where it lies in the archive."""

    name: str
    alt: str = ""


@dataclass(frozen=True)
class Post:
    """One post; its handles stand without the @."""

    address: str
    account: str
    author_name: str
    author_handle: str
    posted_at: datetime
    text: str
    language: str
    medium: Medium | None = None

    def __post_init__(self) -> None:
        """Whatever it was read from, a post is one that can be kept."""
        if not self.text.strip():
            raise Wrong("The post has no text.")
        if len(self.text) > LONGEST_TEXT:
            raise Wrong(f"The post has more than {LONGEST_TEXT} signs.")
        for name in ("account", "author_handle", "author_name"):
            value = getattr(self, name)
            if not value or len(value) > LONGEST_HANDLE:
                raise Wrong(f"{name}: needed, and at most {LONGEST_HANDLE} signs.")
        if self.medium and len(self.medium.alt) > LONGEST_ALT:
            raise Wrong(f"The alt text has more than {LONGEST_ALT} signs.")
        if not EARLIEST <= self.posted_at.year <= LATEST:
            raise Wrong(f"It cannot have been posted in {self.posted_at.year}.")
        check_address(self.address)


@dataclass(frozen=True)
class Found:
    """One entry of an archive: a post, or else why there is none."""

    post: Post | None = None
    left_out: str = ""
    problem: str = ""
    # What the post has beside its text and one picture, and that is not kept.
    lost: str = ""
    # The file, and where in it.
    place: str = ""


def lost(pictures: Sequence[Medium], media: int) -> str:
    """What is not kept of a post's media: all pictures but the first, films, missing files."""
    counts = {"more pictures": len(pictures[1:]), "films or missing files": media - len(pictures)}
    return ", ".join(f"{what}: {number}" for what, number in counts.items() if number)


def check_address(address: str) -> None:
    try:
        URLValidator(["http", "https"])(address)
    except ValidationError:
        raise Wrong(f"“{address[:80]}” is no web address.") from None
    if len(address) > LONGEST_ADDRESS:
        raise Wrong(f"The address has more than {LONGEST_ADDRESS} signs.")


def sound(text: str) -> str:
    """The text, unless it holds what no database and no page can hold."""
    if unsound := UNSOUND.search(text):
        sign = unsound[0]
        if sign >= "\ud800":
            # Bytes that are no UTF-8 are read as these.
            raise Wrong("There is half a character in it, or bytes that are not UTF-8.")
        raise Wrong(f"There is a control character in it (U+{ord(sign):04X}).")
    return text
