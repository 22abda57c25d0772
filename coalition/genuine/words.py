"""A text as it is compared: the same words and signs, however they were copied or typed."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Final

from coalition.pages.folding import WRITTEN, bare_letters

# A word, or a single sign.
PIECE: Final = re.compile(rf"{WRITTEN}+(?:['’ʼ]{WRITTEN}+)*|[^\w\s]")

# What keyboards, messengers and languages set differently.
ALIKE: Final = str.maketrans("’ʼ‐‑‒–—−،؛؟٪٫٬", "''------,;?%.,")

# A stroke through a letter, as Unicode classes what is written over others.
OVERLAY: Final = 1
# How Unicode marks signs that stand higher, lower or within something: 8⁶ is not 86.
SET_APART: Final = ("<super>", "<sub>", "<circle>", "<square>", "<fraction>")

# Pages set quotation marks and bullets by themselves: no text is altered by them.
SET_BY_PAGES: Final = frozenset("'\"“”„‟«»‹›‘‚‛•·▪◦*")


@dataclass(frozen=True)
class Word:
    """A word or sign: as it is compared, and where it stands in the text."""

    key: str
    start: int
    end: int
    begins_line: bool = False


def words_of(text: str) -> list[Word]:
    words: list[Word] = []
    previous_end = 0
    for match in PIECE.finditer(text):
        key = bare_letters(match[0]).translate(ALIKE) + altered(match[0])
        if not key or match[0] in SET_BY_PAGES:
            continue
        is_first = not words or "\n" in text[previous_end : match.start()]
        words.append(Word(key, match.start(), match.end(), is_first))
        previous_end = match.end()
    return words


def altered(written: str) -> str:
    """Signs of a word that say something else than the letters that search takes them for."""
    return "".join(
        sign
        for sign in written
        if unicodedata.combining(sign) == OVERLAY
        or unicodedata.decomposition(sign).startswith(SET_APART)
    )


def fingerprint(words: Sequence[Word]) -> str:
    """SHA-256 of the words, a space between each two."""
    return sha256(" ".join(word.key for word in words).encode()).hexdigest()
