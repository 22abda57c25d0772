"""A text as numbers and nouns are looked for in it: plain letters that know where they stood."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Final

# Letters that people write for one another, and that Unicode does not decompose.
ALIKE: Final = str.maketrans({"ٱ": "ا", "ى": "ي", "ة": "ه", "‐": "-", "–": "-", "—": "-", "−": "-"})
TATWEEL: Final = "ـ"
NO_GAP: Final = re.compile(r"[ -]{0,2}")
LETTERS_OR_DIGITS: Final = re.compile(r"\d+(?:[.,٫٬]\d+)*|[^\W\d_]+")


@dataclass(frozen=True)
class Word:
    """A word or number: its plain letters, and where it begins and ends in the text."""

    letters: str
    start: int
    end: int


@dataclass(frozen=True)
class Words:
    """The words of a text in order, and what stands between each and the next."""

    words: list[Word]
    gaps: list[str]

    def __len__(self) -> int:
        return len(self.words)

    def __getitem__(self, position: int) -> Word:
        return self.words[position]

    def letters(self, position: int) -> str:
        """Those of a word; none beyond either end of the text."""
        return self.words[position].letters if 0 <= position < len(self.words) else ""

    def gap(self, position: int) -> str:
        """What stands between a word and the next."""
        return self.gaps[position] if 0 <= position < len(self.gaps) else "\n"

    def are_joined(self, first: int, last: int) -> bool:
        """Whether nothing but single spaces and hyphens stand between these words."""
        return all(NO_GAP.fullmatch(gap) for gap in self.gaps[first:last])


def plain(text: str) -> str:
    """Without case, accents, vowel signs and tatweel; Arabic digits as European ones."""
    return "".join(_plain(sign) for sign in text)


def words_of(text: str) -> Words:
    positions = [i for i, sign in enumerate(text) for _ in _plain(sign)]
    letters = plain(text)
    found = list(LETTERS_OR_DIGITS.finditer(letters))

    def end_of(letter: int) -> int:
        """With its vowel signs, up to where the next begins; "¼" is several letters in one."""
        following = positions[letter + 1] if letter + 1 < len(positions) else len(text)
        return max(positions[letter] + 1, following)

    return Words(
        [Word(m.group(), positions[m.start()], end_of(m.end() - 1)) for m in found],
        [letters[m.end() : n.start()] for m, n in pairwise(found)],
    )


@lru_cache(maxsize=2048)
def _plain(sign: str) -> str:
    if sign.isspace():
        return "\n" if sign == "\n" else " "
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", sign).casefold())
    kept = [part for part in decomposed if not _is_unseen(part)]
    return "".join(str(unicodedata.decimal(part, part)) for part in kept).translate(ALIKE)


def _is_unseen(sign: str) -> bool:
    """Accents, vowel signs, soft hyphens, marks of direction."""
    return sign == TATWEEL or unicodedata.category(sign) in {"Mn", "Cf"}
