"""Somebody asks for an address: what they sent, and the way their answer goes out."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Final
from wsgiref.util import setup_testing_defaults

from coalition.delivery.store.address import Address
from coalition.delivery.store.entry import Entry, answer
from coalition.delivery.store.response import (
    Application,
    Environ,
    Response,
    Says,
    StartResponse,
    saying,
    says_nothing,
)
from coalition.delivery.store.travelling import hand_on, in_gzip

# A cache in front would show for minutes what stands in for a second.
NOT_KEPT: Final = ("Cache-Control", "private, no-cache")


@dataclass(frozen=True, slots=True)
class Visit:
    """`on_page` is told of each page that is handed out; `says` knows what fronts are told."""

    address: Address
    environ: Environ
    start_response: StartResponse
    says: Says = says_nothing
    on_page: Callable[[Address], None] | None = None

    def turned_to(self, address: Address) -> "Visit":
        """The same visit, as if they had asked for this address."""
        self.environ["QUERY_STRING"] = address.query
        return replace(self, address=address)

    def give(self, entry: Entry, *more: tuple[str, str]) -> Iterable[bytes]:
        """A stored page, with these headers besides its own."""
        if self.on_page:
            self.on_page(self.address)
        status, headers, body = answer(entry, self.environ)
        headers += more
        self.start_response(status, headers + self.says([*headers, *entry.confided]))
        return [body]

    def lend(self, before: Entry, *more: tuple[str, str]) -> Iterable[bytes]:
        """The page before a change, or instead of one: nobody may keep it."""
        others = (each for each in before.headers if each[0].lower() != "cache-control")
        return self.give(replace(before, headers=(*others, NOT_KEPT)), *more)

    def hand_on(self, response: Response) -> Iterable[bytes]:
        body = hand_on(response, self.environ, saying(self.says, self.start_response))
        if self.environ["REQUEST_METHOD"] == "HEAD":
            response.close()
            return []
        return body

    def lead_to(self, application: Application) -> Iterable[bytes]:
        return in_gzip(application)(self.environ, saying(self.says, self.start_response))


def nobodys(address: Address) -> Visit:
    """As if somebody asked for it, to whom nothing is sent."""
    environ = {
        "HTTP_HOST": address.host,
        "HTTP_X_FORWARDED_PROTO": "https",
        "PATH_INFO": address.path.encode().decode("latin-1"),
        "QUERY_STRING": address.query,
    }
    setup_testing_defaults(environ)
    return Visit(address, environ, lambda *args: None)
