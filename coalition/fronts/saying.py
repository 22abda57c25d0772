"""What each answer tells the caches in front: what it waits for, and how long it may be kept.

It is said when an answer goes out, whenever it was stored: so it holds for the caches that are
named today, and no copy outlives the moment at which its page changes by itself.
"""

from collections.abc import Mapping, Sequence
from functools import partial
from math import inf
from time import time
from typing import Final

from coalition.delivery.store.entry import Headers
from coalition.delivery.store.response import PARAMETERS, TAGS, UNTIL, Says, says_nothing
from coalition.delivery.tags import EVERYTHING, digest
from coalition.fronts.front import Front
from coalition.fronts.naming import fronts

LONGEST_LIFE: Final = 24 * 60 * 60
# After it, a cache shows a page for as long again if we are away; then it has nothing old any more.
LONGEST_SHOWN: Final = 2 * LONGEST_LIFE
# Every change is one to what cannot say exactly what it waits for.
ANY_CHANGE: Final = "any change"


def says_to_fronts() -> Says:
    return partial(said_to, named) if (named := fronts()) else says_nothing


def said_to(named: Sequence[Front], headers: Headers) -> Headers:
    said = {name.lower(): value for name, value in headers}
    more: dict[str, str] = {}
    if "public" in said.get("cache-control", ""):
        for front in named:
            more |= tags_for(front, said) | life_for(front, said)
    return list(more.items())


def tags_for(front: Front, said: Mapping[str, str]) -> dict[str, str]:
    told = said.get(TAGS.lower(), "").split()
    header: str | None = None
    if PARAMETERS.lower() in said:
        header = front.header_of([digest(EVERYTHING), *told])
    elif "s-maxage" not in said["cache-control"]:
        # A file that never changes: it only says where it stands.
        header = front.header_of(told)
    if header is None:
        header = front.header_of([digest(EVERYTHING), digest(ANY_CHANGE)])
    return {front.tags_header: header} if header else {}


def life_for(front: Front, said: Mapping[str, str]) -> dict[str, str]:
    if PARAMETERS.lower() not in said:
        return {}
    left = float(said.get(UNTIL.lower(), inf)) - time()
    life = max(0, int(min(left, LONGEST_LIFE)))
    return {front.life_header: f"max-age={life}, stale-if-error={LONGEST_LIFE}"}
