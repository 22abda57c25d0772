"""A finished page as it is stored, and the answer it gives to a browser."""

import gzip
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from hashlib import sha256
from time import time
from typing import Any, Final

import brotli

from coalition.delivery.store.parameters import Parameters

# How a browser names it, in the order in which we like to answer.
CODINGS: Final = ("br", "gzip", "identity")
# Said anew for each answer.
OURS: Final = {"content-length", "etag", "vary"}
# So begin the names of headers that pages tell us alone.
CONFIDED: Final = "x-page-"
# Compressed once and read often: some milliseconds a page for an eighth less of it than at 6.
BROTLI_QUALITY: Final = 10
GZIP_LEVEL: Final = 7

Header = tuple[str, str]
Headers = list[Header]
Answer = tuple[str, Headers, bytes]


@dataclass(frozen=True, slots=True)
class Entry:
    """Status, headers and bytes in each coding; `parameters` are those the page understands.

    `confided` are the headers that are for us alone. `stored_at` is in seconds since 1970, and so
    is `until`, when it changes by itself.
    """

    status: str
    headers: tuple[Header, ...]
    confided: tuple[Header, ...]
    bodies: Mapping[str, bytes]
    parameters: Parameters
    stored_at: float
    until: float

    @property
    def age(self) -> float:
        return max(0.0, time() - self.stored_at)

    @property
    def is_html(self) -> bool:
        said = {name.lower(): value for name, value in self.headers}
        return said.get("content-type", "text/html").startswith("text/html")

    @property
    def size(self) -> int:
        return sum(map(len, self.bodies.values()))

    @property
    def compressed(self) -> "Entry":
        """A third of it, and enough for nearly everybody."""
        return replace(self, bodies={c: self.bodies[c] for c in ("br", "gzip")})

    def body(self, coding: str) -> bytes:
        found = self.bodies.get(coding)
        return gzip.decompress(self.bodies["gzip"]) if found is None else found


def entry_of(
    status: str, headers: Headers, body: bytes, parameters: Parameters, until: float
) -> Entry:
    digest = sha256(body).hexdigest()[:20]
    kept = [each for each in headers if not is_confided(each) and each[0].lower() not in OURS]
    return Entry(
        status=status,
        headers=(*kept, ("ETag", f'W/"{digest}"'), ("Vary", "Accept-Encoding")),
        confided=tuple(filter(is_confided, headers)),
        bodies={
            "br": brotli.compress(body, mode=brotli.MODE_TEXT, quality=BROTLI_QUALITY),
            "gzip": gzip.compress(body, GZIP_LEVEL, mtime=0),
            "identity": body,
        },
        parameters=parameters,
        stored_at=time(),
        until=until,
    )


def is_confided(header: Header) -> bool:
    return header[0].lower().startswith(CONFIDED)


def described(entry: Entry) -> bytes:
    """All but its bytes."""
    return json.dumps(
        {
            "status": entry.status,
            "headers": entry.headers,
            "confided": entry.confided,
            "parameters": entry.parameters,
            "stored_at": entry.stored_at,
            "until": entry.until,
        }
    ).encode()


def read(description: bytes) -> Entry:
    """As it was described, without its bytes."""
    told = json.loads(description)
    return Entry(
        status=told["status"],
        headers=tuple((name, value) for name, value in told["headers"]),
        confided=tuple((name, value) for name, value in told["confided"]),
        bodies={},
        parameters=told["parameters"],
        stored_at=told["stored_at"],
        until=told["until"],
    )


def answer(entry: Entry, environ: Mapping[str, Any]) -> Answer:
    """What this browser gets: the page in its best coding, or word that its copy is still good."""
    headers = list(entry.headers)
    if is_unchanged(dict(headers), environ):
        return "304 Not Modified", without_content(headers), b""
    coding = best_coding(environ.get("HTTP_ACCEPT_ENCODING", ""))
    body = entry.body(coding)
    if coding != "identity":
        headers.append(("Content-Encoding", coding))
    headers.append(("Content-Length", str(len(body))))
    return entry.status, headers, b"" if environ["REQUEST_METHOD"] == "HEAD" else body


def is_unchanged(headers: Mapping[str, str], environ: Mapping[str, Any]) -> bool:
    """Since this browser was told: by its content, or else by its time."""
    if known := environ.get("HTTP_IF_NONE_MATCH"):
        return is_known(headers["ETag"], known)
    since = environ.get("HTTP_IF_MODIFIED_SINCE")
    return since is not None and since == headers.get("Last-Modified")


def is_known(etag: str, known: str) -> bool:
    return known.strip() == "*" or etag in (each.strip() for each in known.split(","))


def without_content(headers: Headers) -> Headers:
    return [(name, value) for name, value in headers if not name.lower().startswith("content-")]


@lru_cache(maxsize=256)
def best_coding(accepted: str, ours: tuple[str, ...] = CODINGS) -> str:
    """The first of ours that the `Accept-Encoding` header does not refuse."""
    wanted = dict(coding.replace(" ", "").partition(";")[::2] for coding in accepted.split(","))
    for coding in ours:
        if wanted.get(coding, "q=0") not in ("q=0", "q=0.0", "q=0.00", "q=0.000"):
            return coding
    return "identity"
