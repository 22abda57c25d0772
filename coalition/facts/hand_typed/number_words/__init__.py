"""How do people spell out the numbers from 20 to 199?

No library is needed for these few, and none knows what people really write: both genders and
all cases of Arabic, "one hundred and three" beside "a hundred three", Belgian "nonante".
"""

from collections.abc import Mapping
from functools import cache
from typing import Final

from coalition.facts.hand_typed.letters import plain
from coalition.facts.hand_typed.number_words.arabic import arabic
from coalition.facts.hand_typed.number_words.english import english
from coalition.facts.hand_typed.number_words.french import french
from coalition.facts.hand_typed.number_words.spelling import Reading, Spelling

__all__ = ["Reading", "Spelling", "first_words", "spellings"]

SPELT_OUT: Final = range(20, 200)

READERS: Final = {"en": english, "fr": french, "ar": arabic}


@cache
def spellings(language: str) -> Mapping[Spelling, Reading]:
    """Every spelling, by the plain letters of its words."""
    read = READERS.get(language)
    return {
        tuple(plain(word) for word in spelling): reading
        for value in SPELT_OUT
        for spelling, reading in (read(value) if read else ())
    }


@cache
def first_words(language: str) -> frozenset[str]:
    """Where a spelling may begin: most words of a text need no closer look."""
    return frozenset(spelling[0] for spelling in spellings(language))
