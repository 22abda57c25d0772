"""The door in front of Django: finished pages are handed out here, and new ones stored."""

import logging
from collections.abc import Callable, Iterable
from time import monotonic
from typing import Any, Final

from coalition.delivery.store.address import Address, address_of
from coalition.delivery.store.entry import Entry, Headers, answer, entry_of
from coalition.delivery.store.shelf import Shelf
from coalition.delivery.store.turns import Turns

Environ = dict[str, Any]
StartResponse = Callable[..., Any]
Application = Callable[[Environ, StartResponse], Iterable[bytes]]

# By this header a page says that it may be stored, and which parameters it asks for.
PARAMETERS: Final = "X-Page-Parameters"

# What changes without anybody saving it, as a lead that ends, is seen after so many seconds.
FRESH_FOR: Final = 60
# How long the page before a change may stand in for the one that is being made.
STAND_IN: Final = 1.0
STALE_FOR: Final = 24 * 60 * 60
PATIENCE: Final = 5.0
# After a failure, nobody waits for the next one so long.
SPARED_FOR: Final = 5.0

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
        if address.query:
            address = self._narrowed(address)
            environ["QUERY_STRING"] = address.query
        entry = self.shelf.find(address)
        if entry and entry.age < FRESH_FOR:
            return self._hand_out(address, entry, environ, start_response)
        return self._new(address, entry, environ, start_response)

    def _narrowed(self, address: Address) -> Address:
        """Without parameters that the page does not ask for, as far as it has told us."""
        page = self.shelf.find(address.bare) or self.shelf.find_stale(address.bare)
        return address.narrowed_to(page.parameters) if page else address

    def _new(
        self, address: Address, expired: Entry | None, environ: Environ, start: StartResponse
    ) -> Iterable[bytes]:
        with self.turns.turn(address) as others:
            if others is None:
                # The one before may have ended just now.
                entry = self.shelf.find(address)
                if entry and entry.age < FRESH_FOR:
                    return self._hand_out(address, entry, environ, start)
                return self._render(address, entry, environ, start)
            stand_in = expired
            if not stand_in and self.shelf.seconds_since_change() < STAND_IN:
                stand_in = self.shelf.find_stale(address)
            if not stand_in and others.wait(PATIENCE):
                stand_in = self.shelf.find(address)
            if stand_in:
                return self._hand_out(address, stand_in, environ, start)
        return self.application(environ, start)

    def _render(
        self, address: Address, expired: Entry | None, environ: Environ, start: StartResponse
    ) -> Iterable[bytes]:
        stale = None
        if monotonic() - self.failed_at < SPARED_FOR:
            stale = self._stale(address, expired)
        if stale is None:
            generation = self.shelf.generation()
            response = Response(self.application, environ)
            if not response.has_failed:
                return self._stored(address, response, environ, generation, start)
            stale = self._stale(address, expired)
            if stale is None:
                return response.hand_on(start)
            response.close()
            # What has never been well says nothing of the others.
            self.failed_at = monotonic()
        return self._hand_out(
            address, stale, environ, start, ("Warning", '110 - "Response is Stale"')
        )

    def _stale(self, address: Address, expired: Entry | None) -> Entry | None:
        stale = expired or self.shelf.find_stale(address)
        return stale if stale and stale.age < STALE_FOR else None

    def _stored(
        self,
        address: Address,
        response: "Response",
        environ: Environ,
        generation: str,
        start: StartResponse,
    ) -> Iterable[bytes]:
        if environ["REQUEST_METHOD"] != "GET" or not response.may_be_stored:
            return response.hand_on(start)
        narrowed = address.narrowed_to(response.parameters)
        if narrowed != address:
            # Only now do we know what the page asks for: what is stored has seen nothing else.
            response.close()
            environ["QUERY_STRING"] = narrowed.query
            return self._render(narrowed, None, environ, start)
        entry = entry_of(
            response.status, response.public_headers, response.read(), response.parameters
        )
        try:
            self.shelf.put(address, entry, generation)
        except OSError:
            logger.exception("A page could not be stored")
        return self._hand_out(address, entry, environ, start)

    def _hand_out(
        self,
        address: Address,
        entry: Entry,
        environ: Environ,
        start: StartResponse,
        *more: tuple[str, str],
    ) -> Iterable[bytes]:
        if self.on_page:
            self.on_page(address)
        status, headers, body = answer(entry, environ)
        start(status, [*headers, *more])
        return [body]


class Response:
    """What the application answers, looked at before it goes out."""

    def __init__(self, application: Application, environ: Environ) -> None:
        self.status = "500 Internal Server Error"
        self.headers: Headers = []
        self._body = application(environ, self._start)

    def _start(self, status: str, headers: Headers, exc_info: object = None) -> None:
        self.status, self.headers = status, headers

    @property
    def has_failed(self) -> bool:
        return self.status.startswith("5")

    @property
    def may_be_stored(self) -> bool:
        said = {name.lower(): value for name, value in self.headers}
        return (
            self.status.startswith("200 ")
            and PARAMETERS.lower() in said
            and "public" in said.get("cache-control", "")
            and "set-cookie" not in said
            and said.get("vary", "").lower() in ("", "accept-encoding")
        )

    @property
    def parameters(self) -> list[str]:
        named = next(value for name, value in self.headers if name.lower() == PARAMETERS.lower())
        return [name for name in named.split(",") if name]

    @property
    def public_headers(self) -> Headers:
        return [(name, value) for name, value in self.headers if name.lower() != PARAMETERS.lower()]

    def hand_on(self, start_response: StartResponse) -> Iterable[bytes]:
        start_response(self.status, self.public_headers)
        return self._body

    def read(self) -> bytes:
        try:
            return b"".join(self._body)
        finally:
            self.close()

    def close(self) -> None:
        if hasattr(self._body, "close"):
            self._body.close()
