"""The facts that prose may quote: each knows its value on any day."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from django.utils.functional import Promise


@dataclass(frozen=True)
class Nouns:
    """What a fact counts, as people write it in one language."""

    singular: tuple[str, ...]
    plural: tuple[str, ...]
    # What may stand between the number and the noun: "82 Coalition partners".
    qualifiers: tuple[str, ...] = ()


@dataclass(frozen=True)
class Fact:
    """A number with a name.

    `value_on` gives its value on a day; `counted` words a value as "82 partners" in the active
    language, with that language's plural forms. A number like its value that somebody typed
    beside one of its `nouns` is taken for a copy of it.
    """

    name: str
    label: str | Promise
    value_on: Callable[[date], int]
    counted: Callable[[int], str]
    has_ordinal: bool = False
    nouns: Mapping[str, Nouns] = field(default_factory=dict)


_facts: dict[str, Fact] = {}


class UnknownFact(LookupError):
    """No room has registered a fact of this name."""


def register(fact: Fact) -> None:
    _facts[fact.name] = fact


def find(name: str) -> Fact:
    try:
        return _facts[name]
    except KeyError:
        raise UnknownFact(name) from None


def all_facts() -> list[Fact]:
    return list(_facts.values())
