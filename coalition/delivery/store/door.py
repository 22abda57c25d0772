"""The door in front of Django: finished pages are handed out here, and new ones asked for."""

from collections.abc import Callable, Iterable
from time import time
from typing import Final

from coalition.delivery.store.address import Address, address_of
from coalition.delivery.store.entry import Entry
from coalition.delivery.store.making import PATIENCE, Making, is_fresh
from coalition.delivery.store.response import (
    Application,
    Environ,
    Says,
    StartResponse,
    saying,
    says_nothing,
)
from coalition.delivery.store.shelf import Shelf
from coalition.delivery.store.visit import Visit
from coalition.delivery.store.warmer import Warmer

# How long the page before a change may stand in for the one that is being made.
STAND_IN: Final = 1.0


class StoredPages(Making):
    """A WSGI application around another.

    Whoever `is_known` by their request gets no stored page, and none of theirs is stored.
    `on_page` is told of each page that is handed out. A `warmer`, where there is one, makes pages
    anew that have just changed, and nobody waits for them.
    """

    warmer: Warmer | None = None

    def __init__(
        self,
        application: Application,
        shelf: Shelf,
        is_known: Callable[[Environ], bool],
        on_page: Callable[[Address], None] | None = None,
    ) -> None:
        super().__init__(application, shelf)
        self.is_known = is_known
        self.on_page = on_page
        self.says: Says = says_nothing

    def __call__(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        address = None if self.is_known(environ) else address_of(environ)
        if address is None:
            return self.application(environ, saying(self.says, start_response))
        visit = Visit(address, environ, start_response, self.says, self.on_page)
        if address.query:
            visit = visit.turned_to(self._narrowed(address))
        entry = self.shelf.find(visit.address)
        return visit.give(entry) if is_fresh(entry) else self._new(visit, entry)

    def _narrowed(self, address: Address) -> Address:
        """Without parameters that the page does not ask for, as far as it has told us."""
        page = self.shelf.find(address.bare)
        if is_fresh(page):
            return address.narrowed_to(page.parameters)
        # What its filters offer may have changed with it; its parameters have not.
        before = page or self.shelf.find_stale(address.bare)
        return address.narrowed_to(dict.fromkeys(before.parameters)) if before else address

    def _new(self, visit: Visit, expired: Entry | None) -> Iterable[bytes]:
        before = self._page_before(visit.address, expired)
        if before and self.warmer:
            self.warmer.ask_for(visit.address)
            return visit.lend(before)
        with self.shelf.turns.turn(visit.address) as others:
            if others and before:
                return visit.lend(before)
            if others:
                others.wait(PATIENCE)
            # Somebody may have made it just now.
            entry = self.shelf.find(visit.address)
            return visit.give(entry) if is_fresh(entry) else self.made(visit, entry)

    def _page_before(self, address: Address, expired: Entry | None) -> Entry | None:
        """What stood here until a moment ago, whether it has changed by itself or was purged."""
        # Asked before the page is read: one that is set aside meanwhile is newer, never older.
        purged = 0 if expired else self.shelf.seconds_since_change(address)
        before = expired or self.shelf.find_stale(address)
        if before and max(time() - before.until, purged) < STAND_IN:
            return before
        return None
