"""The store of this site, as its settings say."""

import logging
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from typing import Final

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.utils.module_loading import import_string

from coalition.delivery.outage import no_room, write_pages_for
from coalition.delivery.purged import pages_purged
from coalition.delivery.store.address import Address
from coalition.delivery.store.door import StoredPages
from coalition.delivery.store.folder_shelf import FolderShelf
from coalition.delivery.store.owed import noting_what_fails, pay
from coalition.delivery.store.response import Application, Environ, Says, saying, says_nothing
from coalition.delivery.store.room import Room
from coalition.delivery.store.shelf import Shelf
from coalition.delivery.store.travelling import in_gzip
from coalition.delivery.store.warmer import Reads, Warmer
from coalition.delivery.store.who_asks import (
    brings_others,
    is_for_all,
    is_known,
    is_quick,
)
from coalition.delivery.tags import EVERYTHING, digest

# Where nginx finds, beside the pages, what it says while there is nobody to ask.
AWAY: Final = "away"

logger = logging.getLogger(__name__)

# Of this process, if it hands pages out or publishes by the clock.
_warmers: Final[list[Warmer]] = []


def behind_the_door(
    application: Application,
    on_page: Callable[[Address], None] | None = None,
    needs_django: Callable[[Environ], bool] | None = None,
    most_read: Reads = dict,
    says: Says = says_nothing,
) -> Application:
    """The same application, handing out stored pages, where any are stored.

    `needs_django` is asked about those who bring cookies of others than us; `says` knows what is
    told to caches in front. From here on, what this process purges is made anew in the background,
    and what is `most_read` first.
    """
    if not settings.PAGE_STORE:
        compressed = in_gzip(application, is_for_all)
        return lambda environ, start: compressed(environ, saying(says_nothing, start))

    def is_let_through(environ: Environ) -> bool:
        return is_known(environ) or bool(
            needs_django and brings_others(environ) and needs_django(environ)
        )

    door = StoredPages(application, shelf(settings.PAGE_STORE), is_let_through, on_page)
    door.says, door.may_be_compressed = says, is_for_all
    door.warmer = Warmer(door.renew, most_read)
    if settings.BLOCKING_THREADS:
        door.room = Room(max(1, settings.BLOCKING_THREADS - 1), no_room, is_quick)
    _warmers.append(door.warmer)
    return door


def leave_word_for_when_we_are_away() -> None:
    """Pages of their own, which a web server in front has when there is nobody to ask."""
    if settings.PAGE_STORE and is_folder(settings.PAGE_STORE):
        with suppress(OSError):
            write_pages_for(Path(settings.PAGE_STORE) / AWAY)


def purge(tags: Iterable[str], *, is_for_good: bool) -> None:
    """Let no stored page count any more that waits for one of these."""
    if settings.PAGE_STORE:
        tags = sorted(tags)
        digests = [digest(tag) for tag in tags]
        with announced(tags, is_for_good=is_for_good):
            purged = shelf(settings.PAGE_STORE).purge(digests, is_for_good=is_for_good)
        logger.info("Purged %d pages", len(purged))
        warm(purged)


def tend_pages() -> int:
    """How many had changed by themselves: a web server that hands them out knows no time."""
    if not settings.PAGE_STORE:
        return 0
    ended = shelf(settings.PAGE_STORE).tend()
    warm(ended)
    pay(shelf(settings.PAGE_STORE))
    return len(ended)


def warm(purged: Iterable[str]) -> None:
    """Have the pages of these addresses made anew, as far as somebody in this process does."""
    addresses = [Address.told(words) for words in purged]
    for warmer in _warmers:
        if addresses:
            warmer.ask_for(*addresses)


def forget_pages() -> None:
    """Let no stored page count any more."""
    if settings.PAGE_STORE:
        with announced([EVERYTHING], is_for_good=False):
            shelf(settings.PAGE_STORE).begin_generation()


def forget_pages_for_good() -> None:
    """The same, where something was taken away that may not come back, not even for a moment."""
    if settings.PAGE_STORE:
        with announced([EVERYTHING], is_for_good=True):
            shelf(settings.PAGE_STORE).forget()


@contextmanager
def announced(tags: Collection[str], *, is_for_good: bool) -> Iterator[None]:
    """Others are told after our own store, and all the same if that could not be."""
    try:
        with noting_what_fails(is_for_good=is_for_good):
            yield
    finally:
        pages_purged.send_robust(None, tags=tags, is_for_good=is_for_good)


@cache
def shelf(place: str) -> Shelf:
    """Of a folder, or of a Redis that is named by its address."""
    if is_folder(place):
        return FolderShelf(Path(place), settings.PAGE_STORE_PAGES)
    try:
        there: Shelf = import_string("coalition.delivery.store.redis_shelf.RedisShelf")(place)
    except ImportError as error:
        raise ImproperlyConfigured(
            "PAGE_STORE names a Redis: install the dependency group 'production' to speak with it."
        ) from error
    return there


def is_folder(place: str) -> bool:
    return "://" not in place
