"""French numbers, spelt out as in France, and as in Belgium and Switzerland."""

from collections.abc import Iterator
from typing import Final

from coalition.facts.hand_typed.number_words.spelling import HUNDRED, Reading, Spelling

UNITS: Final = [
    "zéro",
    "un",
    "deux",
    "trois",
    "quatre",
    "cinq",
    "six",
    "sept",
    "huit",
    "neuf",
    "dix",
    "onze",
    "douze",
    "treize",
    "quatorze",
    "quinze",
    "seize",
]
TENS: Final = {20: "vingt", 30: "trente", 40: "quarante", 50: "cinquante", 60: "soixante"}
FOUR_SCORE: Final = 80
TENS_ELSEWHERE: Final = {70: "septante", 80: "huitante", 90: "nonante"}
ORDINALS: Final = {"cinq": "cinquième", "neuf": "neuvième", "vingts": "vingtième"}


def french(value: int) -> Iterator[tuple[Spelling, Reading]]:
    for words in _cardinals(value):
        yield words, Reading(value)
        if words[-1] == "un":
            yield (*words[:-1], "une"), Reading(value)
        yield (*words[:-1], _ordinal(words[-1])), Reading(value, is_ordinal=True)


def _cardinals(value: int) -> Iterator[Spelling]:
    if value < HUNDRED:
        yield from _below_hundred(value)
    elif value == HUNDRED:
        yield ("cent",)
    else:
        yield from (("cent", *rest) for rest in _below_hundred(value - HUNDRED))


def _below_hundred(value: int) -> Iterator[Spelling]:
    tens, units = value // 10 * 10, value % 10
    if value < len(UNITS):
        yield (UNITS[value],)
    elif tens == 10:  # noqa: PLR2004 - dix-sept, dix-huit, dix-neuf.
        yield ("dix", UNITS[units])
    elif tens in TENS:
        yield _joined(TENS[tens], units)
    else:
        yield _joined(TENS_ELSEWHERE[tens], units)
        yield from _scores(value)


def _scores(value: int) -> Iterator[Spelling]:
    """Soixante-dix and quatre-vingts, with what is added to them."""
    if value < FOUR_SCORE:
        for rest in _below_hundred(value - 60):
            yield ("soixante", "et", *rest) if rest == ("onze",) else ("soixante", *rest)
    elif value == FOUR_SCORE:
        yield ("quatre", "vingts")
    else:
        yield from (("quatre", "vingt", *rest) for rest in _below_hundred(value - FOUR_SCORE))


def _joined(tens: str, units: int) -> Spelling:
    if not units:
        return (tens,)
    return (tens, "et", "un") if units == 1 else (tens, UNITS[units])


def _ordinal(word: str) -> str:
    return ORDINALS.get(word, f"{word.removesuffix('e')}ième")
