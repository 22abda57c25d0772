"""A reader who looks at a page again and again, until it is fresh and its second is over."""

import gzip
import re
import time
from dataclasses import dataclass
from time import monotonic

from bench.comparison.served import Front
from bench.desk import EDITION

ALLOWED = 1.0
BETWEEN_LOOKS = 0.05
PATIENCE = 10
EDITIONS = re.compile(rf"{EDITION}(\d+)")


@dataclass(frozen=True)
class Watched:
    """Seconds after a publication: when a fresh page came, when the last old one was asked for.

    It was `published` at that moment of the process's clock.
    """

    place: str
    path: str
    published: float
    fresh_after: float
    last_old: float
    broken: str = ""

    @property
    def is_stale(self) -> bool:
        return self.last_old > ALLOWED


def watch(site: Front, place: str, path: str, edition: int, published: float) -> Watched:
    fresh_after, last_old, asked, broken = float("inf"), 0.0, 0.0, ""
    # It looks once more after the second: a page must not become old again.
    while asked <= ALLOWED or (fresh_after > PATIENCE > asked):
        asked = monotonic() - published
        try:
            shown = newest_edition(site, path)
        except (OSError, EOFError, LookupError) as wrong:
            broken = repr(wrong)
            break
        if shown < edition:
            last_old = asked
        else:
            fresh_after = min(fresh_after, monotonic() - published)
        time.sleep(BETWEEN_LOOKS)
    return Watched(place, path, published, fresh_after, last_old, broken)


def newest_edition(site: Front, path: str) -> int:
    """What the page shows, whole as it came."""
    page = gzip.decompress(site.ask(path, "gzip")).decode()
    editions = [int(number) for number in EDITIONS.findall(page)]
    if not editions:
        raise LookupError("no edition of the story")
    return max(editions)
