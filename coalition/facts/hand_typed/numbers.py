"""Reads the numbers of a text, in digits or spelt out."""

import re
from dataclasses import dataclass
from typing import Final

from coalition.facts.hand_typed.letters import Words
from coalition.facts.hand_typed.number_words import Reading, first_words, spellings

LONGEST_SPELLING: Final = 7
TYPED_SUFFIXES: Final = {
    "en": {"st", "nd", "rd", "th"},
    "fr": {"e", "er", "re", "eme", "ieme", "nd", "nde"},
}
# And, so, with, like, to: Arabic writes them together with the next word.
ATTACHED: Final = re.compile(r"^[وفبكل](?=.{2})")


@dataclass(frozen=True)
class Number:
    """A number from one word of a text up to, but without, another; offsets are the text's."""

    first: int
    after: int
    start: int
    end: int
    reading: Reading


def number_at(words: Words, first: int, language: str) -> Number | None:
    """The number that begins at a word; None if none does."""
    return _digits_at(words, first, language) or _spelling_at(words, first, language)


def _digits_at(words: Words, first: int, language: str) -> Number | None:
    if not words.letters(first).isdecimal():
        return None
    suffixes = TYPED_SUFFIXES.get(language, set())
    is_ordinal = words.gap(first) == "" and words.letters(first + 1) in suffixes
    after = first + 1 + is_ordinal
    reading = Reading(int(words.letters(first)), is_ordinal=is_ordinal)
    return Number(first, after, words[first].start, words[after - 1].end, reading)


def _spelling_at(words: Words, first: int, language: str) -> Number | None:
    letters = words.letters(first)
    bare = ATTACHED.sub("", letters) if language == "ar" else letters
    for begin in dict.fromkeys([letters, bare]):
        if begin in first_words(language):
            number = _longest_spelling(words, first, begin, language)
            if number:
                return number
    return None


def _longest_spelling(words: Words, first: int, begin: str, language: str) -> Number | None:
    """The longest spelling from a word on; it begins with all its letters or the last of them."""
    attached = len(words.letters(first)) - len(begin)
    known = spellings(language)
    for after in range(min(len(words), first + LONGEST_SPELLING), first, -1):
        if words.are_joined(first, after - 1):
            others = (words.letters(position) for position in range(first + 1, after))
            reading = known.get((begin, *others))
            if reading:
                start = words[first].start + attached
                return Number(first, after, start, words[after - 1].end, reading)
    return None
