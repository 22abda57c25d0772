"""How one thing is made in several languages, each linked to the first."""

from collections.abc import Callable, Iterable
from typing import TypeVar

Thing = TypeVar("Thing")


def in_each(
    languages: Iterable[str], build: Callable[[str, Thing | None], Thing]
) -> dict[str, Thing]:
    """What `build(language, translation_of)` makes, by language."""
    things: dict[str, Thing] = {}
    for language in languages:
        things[language] = build(language, next(iter(things.values()), None))
    return things
