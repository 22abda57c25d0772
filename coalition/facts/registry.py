"""The facts that prose may quote: each knows its value on any day."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise


@dataclass(frozen=True)
class Fact:
    """A number with a name.

    `value_on` gives its value on a day; `counted` words a value as "82 partners" in the active
    language, with that language's plural forms.
    """

    name: str
    label: str | Promise
    value_on: Callable[[date], int]
    counted: Callable[[int], str]


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
