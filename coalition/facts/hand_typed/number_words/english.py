"""English numbers, spelt out."""

from collections.abc import Iterator
from itertools import product
from typing import Final

from coalition.facts.hand_typed.number_words.spelling import HUNDRED, Reading, Spelling

UNITS: Final = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
TENS: Final = [
    "-",
    "-",
    "twenty",
    "thirty",
    "forty",
    "fifty",
    "sixty",
    "seventy",
    "eighty",
    "ninety",
]
ORDINALS: Final = {
    "one": "first",
    "two": "second",
    "three": "third",
    "five": "fifth",
    "eight": "eighth",
    "nine": "ninth",
    "twelve": "twelfth",
}


def english(value: int) -> Iterator[tuple[Spelling, Reading]]:
    for words in _cardinals(value):
        yield words, Reading(value)
        yield (*words[:-1], _ordinal(words[-1])), Reading(value, is_ordinal=True)


def _cardinals(value: int) -> Iterator[Spelling]:
    if value < HUNDRED:
        yield _below_hundred(value)
        return
    rest = _below_hundred(value - HUNDRED)
    for one, link in product(["one", "a"], [("and",), ()] if rest else [()]):
        yield (one, "hundred", *link, *rest)


def _below_hundred(value: int) -> Spelling:
    if value < len(UNITS):
        return (UNITS[value],) if value else ()
    tens, units = divmod(value, 10)
    return (TENS[tens], UNITS[units]) if units else (TENS[tens],)


def _ordinal(word: str) -> str:
    if word.endswith("y"):
        return f"{word[:-1]}ieth"
    return ORDINALS.get(word, f"{word}th")
