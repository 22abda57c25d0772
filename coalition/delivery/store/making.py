"""Has pages made by Django, and stores those that may be stored."""

import logging
from collections.abc import Iterable
from time import monotonic, time
from typing import Final

from coalition.delivery.store.entry import Entry, entry_of
from coalition.delivery.store.response import Application, Response
from coalition.delivery.store.shelf import FRESH_FOR, STALE_FOR, Moment, Shelf
from coalition.delivery.store.visit import Visit

# After a failure, nobody waits for the next one so long.
SPARED_FOR: Final = 5.0
STALE: Final = ("Warning", '110 - "Response is Stale"')

logger = logging.getLogger(__name__)


class Making:
    """Where a page cannot be made, the last good one is handed out."""

    def __init__(self, application: Application, shelf: Shelf) -> None:
        self.application = application
        self.shelf = shelf
        self.failed_at = -SPARED_FOR

    def made(self, visit: Visit, expired: Entry | None) -> Iterable[bytes]:
        """The page as it is now, or else the one before, which may be the `expired` one."""
        has_just_failed = monotonic() - self.failed_at < SPARED_FOR
        if has_just_failed and (stale := self._stale(visit, expired)):
            return visit.give(stale, STALE)
        try:
            begun = self.shelf.moment()
        except OSError as error:
            logger.warning("No page can be stored: %s", error)
            return self.application(visit.environ, visit.start_response)
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
            return self.made(visit.turned_to(narrowed), None)
        entry = entry_of(
            response.status,
            response.headers,
            response.read(),
            response.parameters,
            min(response.until, time() + FRESH_FOR),
        )
        try:
            self.shelf.put(visit.address, entry, response.tags, begun)
        except OSError as error:
            logger.warning("A page could not be stored: %s", error)
        return visit.give(entry)
