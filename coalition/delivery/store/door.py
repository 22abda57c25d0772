"""The door in front of Django: finished pages are handed out here, and new ones stored."""

import logging
import sqlite3
from collections.abc import Callable, Iterable
from time import monotonic, time
from typing import Final, TypeGuard

from coalition.delivery.store.address import Address, address_of
from coalition.delivery.store.entry import Entry, entry_of
from coalition.delivery.store.response import Application, Environ, Response, StartResponse
from coalition.delivery.store.shelf import STALE_FOR, Moment, Shelf
from coalition.delivery.store.turns import Turns
from coalition.delivery.store.visit import Visit

# The longest that a page is handed out without being made anew: pages are purged when they change,
# and say when they will by themselves. What is changed behind Django's back shows after it.
FRESH_FOR: Final = 60 * 60
# How long the page before a change may stand in for the one that is being made.
STAND_IN: Final = 1.0
PATIENCE: Final = 5.0
# After a failure, nobody waits for the next one so long.
SPARED_FOR: Final = 5.0
STALE: Final = ("Warning", '110 - "Response is Stale"')

logger = logging.getLogger(__name__)


class StoredPages:
    """A WSGI application around another.

    Whoever `is_known` by their request gets no stored page, and none of theirs is stored.
    `on_page` is told of each page that is handed out.
    """

    def __init__(
        self,
        application: Application,
        shelf: Shelf,
        is_known: Callable[[Environ], bool],
        on_page: Callable[[Address], None] | None = None,
    ) -> None:
        self.application = application
        self.shelf = shelf
        self.is_known = is_known
        self.on_page = on_page
        self.turns = Turns()
        self.failed_at = -SPARED_FOR

    def __call__(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        address = None if self.is_known(environ) else address_of(environ)
        if address is None:
            return self.application(environ, start_response)
        visit = Visit(address, environ, start_response, self.on_page)
        if address.query:
            visit = visit.turned_to(self._narrowed(address))
        entry = self.shelf.find(visit.address)
        return visit.give(entry) if is_fresh(entry) else self._new(visit, entry)

    def _narrowed(self, address: Address) -> Address:
        """Without parameters that the page does not ask for, as far as it has told us."""
        page = self.shelf.find(address.bare) or self.shelf.find_stale(address.bare)
        return address.narrowed_to(page.parameters) if page else address

    def _new(self, visit: Visit, expired: Entry | None) -> Iterable[bytes]:
        with self.turns.turn(visit.address) as others:
            if others is None:
                # The one before may have ended just now.
                entry = self.shelf.find(visit.address)
                return visit.give(entry) if is_fresh(entry) else self._made(visit, entry)
            stand_in = expired
            if not stand_in and self.shelf.seconds_since_change(visit.address) < STAND_IN:
                stand_in = self.shelf.find_stale(visit.address)
            if not stand_in and others.wait(PATIENCE):
                stand_in = self.shelf.find(visit.address)
        return visit.give(stand_in) if stand_in else self._plain(visit)

    def _plain(self, visit: Visit) -> Iterable[bytes]:
        return self.application(visit.environ, visit.start_response)

    def _made(self, visit: Visit, expired: Entry | None) -> Iterable[bytes]:
        """The page as it is now; where it cannot be made, the last good one."""
        has_just_failed = monotonic() - self.failed_at < SPARED_FOR
        if has_just_failed and (stale := self._stale(visit, expired)):
            return visit.give(stale, STALE)
        try:
            begun = self.shelf.moment()
        except (OSError, sqlite3.Error):
            logger.exception("No page can be stored")
            return self._plain(visit)
        response = Response(self.application, visit.environ)
        if not response.has_failed:
            return self._stored(visit, response, begun)
        stale = self._stale(visit, expired)
        if stale is None:
            return visit.hand_on(response)
        response.close()
        # What has never been well says nothing of the others.
        self.failed_at = monotonic()
        return visit.give(stale, STALE)

    def _stale(self, visit: Visit, expired: Entry | None) -> Entry | None:
        stale = expired or self.shelf.find_stale(visit.address)
        return stale if stale and stale.age < STALE_FOR else None

    def _stored(self, visit: Visit, response: Response, begun: Moment) -> Iterable[bytes]:
        if not (visit.may_store and response.may_be_stored):
            return visit.hand_on(response)
        narrowed = visit.address.narrowed_to(response.parameters)
        if narrowed != visit.address:
            # Only now do we know what the page asks for: what is stored has seen nothing else.
            response.close()
            return self._made(visit.turned_to(narrowed), None)
        entry = entry_of(
            response.status,
            response.public_headers,
            response.read(),
            response.parameters,
            min(response.until, time() + FRESH_FOR),
        )
        try:
            self.shelf.put(visit.address, entry, response.tags, begun)
        except (OSError, sqlite3.Error):
            logger.exception("A page could not be stored")
        return visit.give(entry)


def is_fresh(entry: Entry | None) -> TypeGuard[Entry]:
    return entry is not None and time() < entry.until
