"""Arabic numbers, spelt out in both genders and all cases."""

from collections.abc import Iterator
from itertools import product
from typing import Final

from coalition.facts.hand_typed.number_words.spelling import HUNDRED, Reading, Spelling

UNITS: Final = [
    [],
    ["واحد", "واحدة", "أحد", "إحدى"],
    ["اثنان", "اثنين", "اثنتان", "اثنتين"],
    ["ثلاث", "ثلاثة"],
    ["أربع", "أربعة"],
    ["خمس", "خمسة"],
    ["ست", "ستة"],
    ["سبع", "سبعة"],
    ["ثمان", "ثماني", "ثمانية"],
    ["تسع", "تسعة"],
    ["عشر", "عشرة"],
]
# Before عشر the two loses its last letter.
UNITS_BEFORE_TEN: Final = {2: ["اثنا", "اثني", "اثنتا", "اثنتي"]}
ORDINALS: Final = [
    [],
    ["أول", "أولى", "حادي", "حادية"],
    ["ثاني", "ثانية"],
    *(
        [word, f"{word}ة"]
        for word in ["ثالث", "رابع", "خامس", "سادس", "سابع", "ثامن", "تاسع", "عاشر"]
    ),
]
TENS: Final = ["-", "-", "عشر", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثمان", "تسع"]
HUNDREDS: Final = ["مئة", "مائة"]
AND: Final = "و"
ARTICLE: Final = "ال"


def arabic(value: int) -> Iterator[tuple[Spelling, Reading]]:
    for parts in _cardinals(value):
        yield from _joined(parts, Reading(value))
        yield from _joined(_definite(parts), Reading(value, has_article=True))
    for parts, after in _ordinals(value):
        for spelling, reading in _joined(_definite(parts), Reading(value, has_article=True)):
            yield (*spelling, *after), reading


def _cardinals(value: int) -> Iterator[list[str]]:
    """The parts that "and" joins; a part of two words is one of eleven to nineteen."""
    if value < HUNDRED:
        yield from _below_hundred(value, UNITS)
        return
    rests = [[]] if value == HUNDRED else _below_hundred(value - HUNDRED, UNITS)
    for rest, hundred in product(rests, HUNDREDS):
        yield [hundred, *rest]


def _ordinals(value: int) -> Iterator[tuple[list[str], Spelling]]:
    """As above, and what follows: the third *after the hundred*."""
    if value < HUNDRED:
        yield from ((parts, ()) for parts in _below_hundred(value, ORDINALS))
    elif value > HUNDRED:
        rests = _below_hundred(value - HUNDRED, ORDINALS)
        for rest, hundred in product(rests, HUNDREDS):
            yield rest, ("بعد", ARTICLE + hundred)


def _below_hundred(value: int, units_words: list[list[str]]) -> Iterator[list[str]]:
    tens, units = divmod(value, 10)
    if value < len(units_words):
        yield from ([word] for word in units_words[value])
    elif tens == 1:
        words = units_words[units]
        if units_words is UNITS:
            words = UNITS_BEFORE_TEN.get(units, words)
        yield from ([f"{word} {ten}"] for word, ten in product(words, UNITS[10]))
    else:
        for ending in ("ون", "ين"):
            yield from (
                [*unit, TENS[tens] + ending]
                for unit in ([[word] for word in units_words[units]] or [[]])
            )


def _definite(parts: list[str]) -> list[str]:
    return [ARTICLE + part for part in parts]


def _joined(parts: list[str], reading: Reading) -> Iterator[tuple[Spelling, Reading]]:
    """ "And" is written together with what follows, or by some apart from it."""
    first, *others = parts
    yield tuple(" ".join([first, *(AND + part for part in others)]).split()), reading
    if others:
        yield tuple(f" {AND} ".join(parts).split()), reading
