"""Under which address a request's page is stored, if it may be stored at all."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final
from urllib.parse import parse_qsl, urlencode

from coalition.delivery.store.parameters import Parameters

HOST: Final = re.compile(r"[a-z0-9][a-z0-9.-]*(:[0-9]{1,5})?")
# Whoever writes a name out to its root means the same host.
LAST_DOT: Final = re.compile(r"\.(?=:|$)")
# A feed or a file of data; with any sign in it, nobody could tell its name from a query.
FILE: Final = re.compile(r"[\w-]+(?:\.[\w-]+)+", re.ASCII)
LONGEST_PATH: Final = 1_000
LONGEST_STEP: Final = 200
LONGEST_QUERY: Final = 500
# Instead of any value that a page does not understand: it says so once for all of them.
NOT_UNDERSTOOD: Final = "-"


@dataclass(frozen=True, slots=True)
class Address:
    """A host, a path as people read it, and the query behind it."""

    host: str
    path: str
    query: str = ""

    def narrowed_to(self, parameters: Parameters) -> "Address":
        """Without what the page does not ask for, in one order, each parameter once."""
        given = dict(parse_qsl(self.query, max_num_fields=50, errors="replace"))
        wanted = {
            name: understood(given[name], parameters[name])
            for name in sorted(parameters)
            if name in given
        }
        return replace(self, query=urlencode(wanted))

    def __str__(self) -> str:
        """As in a browser's bar, without the scheme."""
        return f"{self.host}{self.path}{self.query and '?'}{self.query}"

    @classmethod
    def told(cls, words: str) -> "Address":
        """From what `str` tells of it: behind the last stroke is the name of a file, or nothing."""
        place, _, end = words.rpartition("/")
        host, stroke, steps = place.partition("/")
        file, _, query = end.partition("?")
        return cls(host, f"{stroke}{steps}/{file}", query)

    @property
    def bare(self) -> "Address":
        return replace(self, query="")


def understood(value: str, values: Collection[str] | None) -> str:
    return value if values is None or value in values else NOT_UNDERSTOOD


def address_of(environ: Mapping[str, Any]) -> Address | None:
    """None for what is never stored: acts, odd hosts, and paths that are no safe names."""
    if environ["REQUEST_METHOD"] not in ("GET", "HEAD"):
        return None
    host = host_of(environ)
    query = environ.get("QUERY_STRING", "")
    try:
        # WSGI hands over the bytes of a path as if they were Latin-1.
        path = environ["PATH_INFO"].encode("latin-1").decode()
    except (UnicodeEncodeError, UnicodeDecodeError):
        return None
    if not HOST.fullmatch(host) or not is_safe(path) or not is_readable(query):
        return None
    return Address(host, path, query)


def host_of(environ: Mapping[str, Any]) -> str:
    """In one way, however it is written."""
    return LAST_DOT.sub("", environ.get("HTTP_HOST", "").lower())


def is_safe(path: str) -> bool:
    """Whether it names a place below a folder, on any file system."""
    if len(path) > LONGEST_PATH or not path.isprintable():
        return False
    if not path.startswith("/"):
        return False
    # Without the last stroke it is a file, or another address, which Django answers.
    end = path.rpartition("/")[2]
    if end and not FILE.fullmatch(end):
        return False
    steps = path.strip("/").split("/")
    return "//" not in path and all(
        not step.startswith(".") and "\\" not in step and len(step.encode()) <= LONGEST_STEP
        for step in steps
    )


def is_readable(query: str) -> bool:
    try:
        parse_qsl(query, max_num_fields=50, errors="strict")
    except ValueError:
        return False
    # Bare bytes are read in another way here than in Django.
    return query.isascii() and len(query) <= LONGEST_QUERY
