"""What the application answers, looked at before it goes out."""

from collections.abc import Callable, Iterable
from math import inf
from typing import Any, Final

from coalition.delivery.store.entry import Headers, is_confided
from coalition.delivery.store.parameters import Parameters, heard

Environ = dict[str, Any]
StartResponse = Callable[..., Any]
Application = Callable[[Environ, StartResponse], Iterable[bytes]]

# By this header a page says that it may be stored, and which parameters it understands.
PARAMETERS: Final = "X-Page-Parameters"
# What it waits for, and when it changes by itself: for the store, not for readers.
TAGS: Final = "X-Page-Tags"
UNTIL: Final = "X-Page-Until"

# Of all headers of an answer, what caches in front are told besides.
Says = Callable[[Headers], Headers]


def says_nothing(headers: Headers) -> Headers:
    return []


def saying(says: Says, start_response: StartResponse) -> StartResponse:
    """For answers that are not stored."""
    return lambda status, headers, *more: start_response(
        status, [*(each for each in headers if not is_confided(each)), *says(headers)], *more
    )


class Response:
    """One answer: whether it may be stored, and its body once."""

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
    def is_well(self) -> bool:
        return self.status.startswith("200 ")

    @property
    def may_be_stored(self) -> bool:
        said = self._said
        return (
            self.is_well
            and PARAMETERS.lower() in said
            and "public" in said.get("cache-control", "")
            and "set-cookie" not in said
            and said.get("vary", "").lower() in ("", "accept-encoding")
        )

    @property
    def parameters(self) -> Parameters:
        return heard(self._said[PARAMETERS.lower()])

    @property
    def tags(self) -> list[str]:
        return self._said.get(TAGS.lower(), "").split()

    @property
    def until(self) -> float:
        """In seconds since 1970; endless where it does not change by itself."""
        return float(self._said.get(UNTIL.lower(), inf))

    @property
    def _said(self) -> dict[str, str]:
        return {name.lower(): value for name, value in self.headers}

    def hand_on(self, start_response: StartResponse) -> Iterable[bytes]:
        start_response(self.status, self.headers)
        return self._body

    def read(self) -> bytes:
        try:
            return b"".join(self._body)
        finally:
            self.close()

    def close(self) -> None:
        close(self._body)


def close(body: Iterable[bytes]) -> None:
    """Whoever is handed one has to, says WSGI; not all know of it."""
    if hasattr(body, "close"):
        body.close()
