"""The piece of a text that shows best why it was found."""

import re
from collections.abc import Collection
from typing import Final

from coalition.search.highlighting import WRITTEN_WORD, is_one_of

LENGTH: Final = 220
BEFORE: Final = 60
# Longer texts are not read to their end for the sake of one result.
MOST_READ: Final = 50_000
WORD: Final = re.compile(r"\S+")


def passage(text: str, words: Collection[str]) -> str:
    """Some `LENGTH` characters around the first word looked for, else from the beginning."""
    start = _first(text[:MOST_READ], words)
    beginning = _after_space(text, start - BEFORE) if start > BEFORE else 0
    end = _before_space(text, beginning + LENGTH)
    piece = " ".join(text[beginning:end].split())
    if end < len(text.rstrip()):
        piece = f"{piece.rstrip('.,;:،؛…')}…"
    return f"…{piece}" if beginning else piece


def _first(text: str, words: Collection[str]) -> int:
    for match in WRITTEN_WORD.finditer(text):
        if is_one_of(match[0], words):
            return match.start()
    return 0


def _after_space(text: str, place: int) -> int:
    space = WORD.search(text, max(text.find(" ", place), place))
    return space.start() if space else place


def _before_space(text: str, place: int) -> int:
    if place >= len(text):
        return len(text)
    space = text.rfind(" ", 0, place)
    return space if space > 0 else place
