"""The door in front of Django: finished pages are handed out here, and new ones asked for."""

from collections.abc import Callable, Iterable
from time import time
from typing import Final

from coalition.delivery.store.address import Address, address_of
from coalition.delivery.store.entry import Entry
from coalition.delivery.store.making import PATIENCE, STALE, Making, is_fresh
from coalition.delivery.store.response import (
    Application,
    Environ,
    Says,
    StartResponse,
    saying,
    says_nothing,
)
from coalition.delivery.store.room import Room
from coalition.delivery.store.shelf import Shelf
from coalition.delivery.store.travelling import Judge, everybody, in_gzip
from coalition.delivery.store.turns import Waiting
from coalition.delivery.store.visit import Visit
from coalition.delivery.store.warmer import Warmer

# How long the page before a change may stand in for the one that is being made.
STAND_IN: Final = 1.0
# How much longer somebody waits who has nothing else to be shown. They have a place meanwhile, so
# what is stored waits for none of them.
LAST_PATIENCE: Final = 10.0


class StoredPages(Making):
    """A WSGI application around another.

    `on_page` is told of each page that is handed out. A `warmer`, where there is one, makes pages
    anew that have just changed, and nobody waits for them. In the `room` is who has to wait.
    """

    warmer: Warmer | None = None

    def __init__(
        self,
        application: Application,
        shelf: Shelf,
        is_known: Callable[[Environ], bool],
        on_page: Callable[[Address], None] | None = None,
    ) -> None:
        super().__init__(application, shelf, is_known)
        self.on_page = on_page
        self.says: Says = says_nothing
        self.may_be_compressed: Judge = everybody
        self.room = Room()

    def __call__(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        address = None if self.is_known(environ) else address_of(environ)
        if address is None:
            return self._let_through(environ, saying(self.says, start_response))
        visit = Visit(address, environ, start_response, self.says, self.on_page)
        narrowed = self._narrowed(address) if address.query else address
        if narrowed is None:
            return self._unknown(visit)
        if address.query:
            visit = visit.turned_to(narrowed)
        entry = self.shelf.find(visit.address)
        return visit.give(entry) if is_fresh(entry) else self._new(visit, entry)

    def _let_through(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        with self.room.place(environ) as has_place:
            application = self.application if has_place else self.room.turn_away
            return in_gzip(application, self.may_be_compressed)(environ, start_response)

    def _narrowed(self, address: Address) -> Address | None:
        """Without parameters that the page does not ask for; None if it has not told us yet."""
        # Who came first may have come with a parameter: what they got tells as much.
        known = (address.bare, address)
        for page in map(self.shelf.find, known):
            if is_fresh(page):
                return address.narrowed_to(page.parameters)
        # What its filters offer may have changed with it; its parameters have not.
        for each in known:
            if before := self.shelf.find(each) or self.shelf.find_stale(each):
                return address.narrowed_to(dict.fromkeys(before.parameters))
        return address if address.bare in self.never_stored else None

    def _unknown(self, visit: Visit) -> Iterable[bytes]:
        """Whatever stands behind their question marks, one has the page tell what it asks for."""
        with self.room.place(visit.environ) as has_place:
            if not has_place:
                return self._instead(visit, None)
            with self.shelf.turns.turn(visit.address.bare) as others:
                if others and not self._has_ended(others, visit):
                    return self._instead(visit, None)
                narrowed = self._narrowed(visit.address)
                if narrowed is None and not others:
                    return self.made(visit, None)
            return self._in_turn(visit.turned_to(narrowed or visit.address), None)

    def _new(self, visit: Visit, expired: Entry | None) -> Iterable[bytes]:
        before = self._page_before(visit.address, expired)
        if before and self.warmer:
            self.warmer.ask_for(visit.address)
            return visit.lend(before)
        with self.room.place(visit.environ) as has_place:
            if not has_place:
                return self._instead(visit, expired)
            return self._in_turn(visit, before)

    def _in_turn(self, visit: Visit, before: Entry | None) -> Iterable[bytes]:
        with self.shelf.turns.turn(visit.address) as others:
            if others and before:
                return visit.lend(before)
            is_our_turn = not others or self._has_ended(others, visit)
            # Somebody may have made it just now.
            entry = self.shelf.find(visit.address)
            if is_fresh(entry):
                return visit.give(entry)
            return self.made(visit, entry) if is_our_turn else self._instead(visit, entry)

    def _has_ended(self, others: Waiting, visit: Visit) -> bool:
        return others.wait(PATIENCE) or (
            self._stale(visit, None) is None and others.wait(LAST_PATIENCE)
        )

    def _instead(self, visit: Visit, expired: Entry | None) -> Iterable[bytes]:
        """For whoever would wait too long for it."""
        stale = self._stale(visit, expired)
        # Looked for last: what is made meanwhile takes the place of what was stale.
        entry = self.shelf.find(visit.address)
        if is_fresh(entry):
            return visit.give(entry)
        return visit.lend(stale, STALE) if stale else visit.lead_to(self.room.turn_away)

    def _page_before(self, address: Address, expired: Entry | None) -> Entry | None:
        """What stood here until a moment ago, whether it has changed by itself or was purged."""
        # Asked before the page is read: one that is set aside meanwhile is newer, never older.
        purged = 0 if expired else self.shelf.seconds_since_change(address)
        before = expired or self.shelf.find_stale(address)
        if before and max(time() - before.until, purged) < STAND_IN:
            return before
        return None
