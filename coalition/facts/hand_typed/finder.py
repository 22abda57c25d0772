"""Finds numbers that somebody typed beside what they count: "82 partners", «82e membre»."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Final

from coalition.facts.hand_typed.letters import plain, words_of
from coalition.facts.hand_typed.numbers import Number, number_at
from coalition.facts.registry import Nouns

# What joins a noun to the number after it: "partner number 82", «الشريك رقم 82», «الشركاء الـ82».
CONNECTORS: Final = {
    "en": {"number", "no"},
    "fr": {"numero", "n", "no"},
    "ar": {"رقم", "ال"},
}
AFTER_A_CONNECTOR: Final = re.compile(r"[ .°º]{0,3}")
ARTICLE: Final = re.compile(r"^(?:[وفبك]?ال|لل)(?=.{2})")


@dataclass(frozen=True)
class TypedCount:
    """A typed number and the noun beside it: their words, and where the number alone stands."""

    words: str
    words_start: int
    start: int
    end: int
    value: int
    # Written as an ordinal that has a form in digits: "eighty-second".
    is_ordinal: bool
    # Names one of them by its number, rather than counting them all.
    names_one: bool
    # Spelt out with the Arabic article, which a number in digits has too.
    has_article: bool


def typed_counts(
    text: str, language: str, nouns: Nouns, plausible: Collection[int]
) -> list[TypedCount]:
    """The numbers beside these nouns that could be copies of a fact, in the order of the text."""
    return [found for found in _Finder(text, language, nouns).found() if found.value in plausible]


class _Finder:
    def __init__(self, text: str, language: str, nouns: Nouns) -> None:
        self.text = text
        self.language = language
        self.words = words_of(text)
        self.singular = {plain(noun) for noun in nouns.singular}
        self.nouns = self.singular | {plain(noun) for noun in nouns.plural}
        self.qualifiers = {plain(word) for word in nouns.qualifiers}
        self.connectors = CONNECTORS.get(language, set())

    def found(self) -> Iterator[TypedCount]:
        position = 0
        while position < len(self.words):
            number = number_at(self.words, position, self.language)
            found = number and (self._with_noun_after(number) or self._with_noun_before(number))
            if found:
                yield found
            position = number.after if number else position + 1

    def _with_noun_after(self, number: Number) -> TypedCount | None:
        """82 Coalition partners: the noun is the last one of those that follow."""
        noun = None
        position = number.after
        while self.words.are_joined(position - 1, position):
            letters = self.words.letters(position)
            if letters in self.nouns:
                noun = position
            elif letters not in self.qualifiers:
                break
            position += 1
        if noun is None:
            return None
        end = self.words[noun].end
        return self._count(number, number.start, end, names_one=number.reading.is_ordinal)

    def _with_noun_before(self, number: Number) -> TypedCount | None:
        """Partner number 82; in Arabic also the partner the 82nd, and the partners the 82."""
        noun = number.first - 1
        if self.words.letters(noun) in self.connectors:
            is_joined = bool(AFTER_A_CONNECTOR.fullmatch(self.words.gap(noun)))
            noun -= 1
        else:
            is_joined = number.reading.has_article and self.words.are_joined(noun, noun + 1)
        letters = ARTICLE.sub("", self.words.letters(noun))
        if not is_joined or letters not in self.nouns or not self.words.are_joined(noun, noun + 1):
            return None
        start = self.words[noun].start
        return self._count(number, start, number.end, names_one=letters in self.singular)

    def _count(self, number: Number, start: int, end: int, *, names_one: bool) -> TypedCount:
        return TypedCount(
            words=self.text[start:end],
            words_start=start,
            start=number.start,
            end=number.end,
            value=number.reading.value,
            is_ordinal=number.reading.is_ordinal,
            names_one=names_one,
            has_article=number.reading.has_article,
        )
