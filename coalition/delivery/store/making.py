"""Has pages made by Django, and stores those that may be stored."""

import logging
from collections.abc import Callable, Iterable
from time import monotonic, time
from typing import Final, TypeGuard

from coalition.delivery.store.address import Address
from coalition.delivery.store.entry import Entry, entry_of
from coalition.delivery.store.response import Application, Environ, Response, close
from coalition.delivery.store.shelf import FRESH_FOR, STALE_FOR, Moment, Shelf
from coalition.delivery.store.visit import Visit, nobodys

# How long anybody waits for somebody else who makes a page.
PATIENCE: Final = 5.0
# How often a page is begun anew that has changed again while it was made.
MOST_TRIES: Final = 3
# After a failure, nobody waits for the next one so long: at this address, or at any while there are
# no records to be had, which `outage` says by this status.
SPARED_FOR: Final = 5.0
NO_RECORDS: Final = "503 "
# Of how many addresses one knows that nothing is ever stored there, or that they have failed.
MOST_KNOWN: Final = 1_000
CONDITIONS: Final = {"HTTP_IF_NONE_MATCH", "HTTP_IF_MODIFIED_SINCE"}
STALE: Final = ("Warning", '110 - "Response is Stale"')

logger = logging.getLogger(__name__)


class Making:
    """Where a page cannot be made, the last good one is handed out.

    Whoever `is_known` by their request gets no stored page, and none of theirs is stored.
    """

    def __init__(
        self, application: Application, shelf: Shelf, is_known: Callable[[Environ], bool]
    ) -> None:
        self.application = application
        self.shelf = shelf
        self.is_known = is_known
        # None stands for all addresses.
        self.failed_at: dict[Address | None, float] = {}
        # Without their queries: what stands there is well, and no page.
        self.never_stored: set[Address] = set()

    def made(self, visit: Visit, expired: Entry | None) -> Iterable[bytes]:
        """The page as it is now, or else the one before, which may be the `expired` one."""
        if self._is_spared(visit.address) and (stale := self._stale(visit, expired)):
            return visit.lend(stale, STALE)
        try:
            begun = self.shelf.moment()
        except OSError as error:
            logger.warning("No page can be stored: %s", error)
            return visit.lead_to(self.application)
        # Whoever asks for its headers alone, or if it has changed, has it made for all.
        asked = {name: visit.environ[name] for name in visit.environ if name not in CONDITIONS}
        response = Response(self.application, asked | {"REQUEST_METHOD": "GET"})
        if not response.has_failed:
            return self._stored(visit, response, begun)
        stale = self._stale(visit, expired)
        if stale is None:
            return visit.hand_on(response)
        response.close()
        self._spare(None if response.status.startswith(NO_RECORDS) else visit.address)
        return visit.lend(stale, STALE)

    def renew(self, address: Address) -> None:
        """Make it, if nobody has; once more where something has changed meanwhile."""
        if self.is_known(nobodys(address).environ):
            # The shelf's word for it, and others write there too.
            return
        for _ in range(MOST_TRIES):
            with self.shelf.turns.turn(address) as others:
                # They may be at another page, which shares its turn with this one.
                if others and not others.wait(PATIENCE):
                    return
                if is_fresh(self.shelf.find(address)):
                    return
                begun = self.shelf.moment()
                close(self.made(nobodys(address), None))
            if self.shelf.moment() == begun:
                return

    def _is_spared(self, address: Address) -> bool:
        failures = (self.failed_at.get(each, -SPARED_FOR) for each in (None, address))
        return monotonic() - max(failures) < SPARED_FOR

    def _spare(self, address: Address | None) -> None:
        """What has never been well is asked for each time: there is nothing to show instead."""
        if len(self.failed_at) >= MOST_KNOWN:
            self.failed_at.clear()
        self.failed_at[address] = monotonic()

    def _stale(self, visit: Visit, expired: Entry | None) -> Entry | None:
        stale = expired or self.shelf.find_stale(visit.address)
        return stale if stale and stale.age < STALE_FOR else None

    def _stored(self, visit: Visit, response: Response, begun: Moment) -> Iterable[bytes]:
        if not response.may_be_stored:
            self._note(visit.address, response)
            return visit.hand_on(response)
        narrowed = visit.address.narrowed_to(response.parameters)
        if narrowed != visit.address:
            # Only now do we know what the page asks for: what is stored has seen nothing else, and
            # its plain address tells all who come after.
            response.close()
            if narrowed.query and not is_fresh(self.shelf.find(narrowed.bare)):
                close(self.made(nobodys(narrowed.bare), None))
            visit, known = visit.turned_to(narrowed), self.shelf.find(narrowed)
            return visit.give(known) if is_fresh(known) else self.made(visit, known)
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

    def _note(self, address: Address, response: Response) -> None:
        if response.is_well:
            if len(self.never_stored) >= MOST_KNOWN:
                self.never_stored.clear()
            self.never_stored.add(address.bare)


def is_fresh(entry: Entry | None) -> TypeGuard[Entry]:
    return entry is not None and time() < entry.until
