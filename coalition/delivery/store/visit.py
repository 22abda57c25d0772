"""Somebody asks for an address: what they sent, and the way their answer goes out."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from coalition.delivery.store.address import Address
from coalition.delivery.store.entry import Entry, answer
from coalition.delivery.store.response import Environ, Response, StartResponse


@dataclass(frozen=True, slots=True)
class Visit:
    """`on_page` is told of each page that is handed out."""

    address: Address
    environ: Environ
    start_response: StartResponse
    on_page: Callable[[Address], None] | None = None

    @property
    def may_store(self) -> bool:
        return bool(self.environ["REQUEST_METHOD"] == "GET")

    def turned_to(self, address: Address) -> "Visit":
        """The same visit, as if they had asked for this address."""
        self.environ["QUERY_STRING"] = address.query
        return replace(self, address=address)

    def give(self, entry: Entry, *more: tuple[str, str]) -> Iterable[bytes]:
        """A stored page, with these headers besides its own."""
        if self.on_page:
            self.on_page(self.address)
        status, headers, body = answer(entry, self.environ)
        self.start_response(status, [*headers, *more])
        return [body]

    def hand_on(self, response: Response) -> Iterable[bytes]:
        return response.hand_on(self.start_response)
