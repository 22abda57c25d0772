"""How an answer goes out that is not stored: text in gzip, made on its way.

Who can see how long answers are, and has a visitor's browser ask for pages that repeat words of
theirs, can guess what else is on such a page (BREACH). Public pages hold no secret but the tokens
of their forms, which Django writes in another way each time; the site says what may be compressed.
"""

import gzip
from collections.abc import Callable, Iterable
from typing import Final

from coalition.delivery.store.entry import Headers, best_coding
from coalition.delivery.store.response import Application, Environ, Response, StartResponse

# Once for one reader: half the time of what is kept, for a hundredth more bytes.
GZIP_LEVEL: Final = 6
# Less than that fits into a packet anyway.
WORTH_IT: Final = 500
# At their ends.
TEXTS: Final = ("json", "javascript", "xml")

Judge = Callable[[Environ], bool]


def everybody(environ: Environ) -> bool:
    return True


def in_gzip(application: Application, may_be: Judge = everybody) -> Application:
    """The same, whose answers travel like that where they may."""

    def answer(environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        if not may_be(environ):
            return application(environ, start_response)
        return hand_on(Response(application, environ), environ, start_response)

    return answer


def hand_on(response: Response, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
    """In gzip, to whoever takes it."""
    if not is_whole_text(response.headers):
        return response.hand_on(start_response)
    headers = varying(response.headers)
    coding = best_coding(environ.get("HTTP_ACCEPT_ENCODING", ""), ("gzip", "identity"))
    if coding == "identity" or environ["REQUEST_METHOD"] == "HEAD":
        response.headers = headers
        return response.hand_on(start_response)
    body = gzip.compress(response.read(), GZIP_LEVEL, mtime=0)
    said = [("Content-Encoding", coding), ("Content-Length", str(len(body)))]
    start_response(response.status, [*map(weakened, without_length(headers)), *said])
    return [body]


def is_whole_text(headers: Headers) -> bool:
    """Not a file or a part of one, nothing that comes bit by bit, nothing in a coding already."""
    said = {name.lower(): value for name, value in headers}
    kind = said.get("content-type", "").partition(";")[0]
    return (
        (kind.startswith("text/") or kind.endswith(TEXTS))
        and int(said.get("content-length", 0)) >= WORTH_IT
        and said.keys().isdisjoint({"accept-ranges", "content-encoding", "content-range"})
    )


def varying(headers: Headers) -> Headers:
    """A cache may not give one reader what another one takes."""
    others = [each for each in headers if each[0].lower() != "vary"]
    named = [value for name, value in headers if name.lower() == "vary"]
    if not any("accept-encoding" in value.lower() or value == "*" for value in named):
        named.append("Accept-Encoding")
    return [*others, ("Vary", ", ".join(named))]


def weakened(header: tuple[str, str]) -> tuple[str, str]:
    """The same page in other bytes."""
    name, value = header
    return (name, f"W/{value}") if name.lower() == "etag" and value.startswith('"') else header


def without_length(headers: Headers) -> Headers:
    return [each for each in headers if each[0].lower() != "content-length"]
