"""The door in front of all others: who saves data is shown the way to pages without pictures."""

import re
from collections.abc import Iterable
from http import HTTPStatus
from typing import Final
from urllib.parse import quote, unquote_plus

from coalition.delivery.light.choice import LATER, NOW, PARAMETER
from coalition.delivery.light.links import PAGE
from coalition.delivery.store.response import Application, Environ, StartResponse

A_PAGE: Final = re.compile(PAGE)
CHOICES: Final = {f"{PARAMETER}={choice}" for choice in (LATER, NOW)}


class SparedLines:
    """A WSGI application around another.

    Whoever sends `Save-Data: on` and has not chosen is sent on, by an answer that nobody keeps. So
    every page stays the same for all who ask for its address, and no cache need know of the header.
    """

    def __init__(self, application: Application) -> None:
        self.application = application

    def __call__(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        environ["QUERY_STRING"] = without_strange_choices(environ.get("QUERY_STRING", ""))
        if not saves_data(environ):
            return self.application(environ, start_response)
        query = environ["QUERY_STRING"]
        choice = f"{PARAMETER}={LATER}"
        path = quote(environ["PATH_INFO"].encode("latin-1"))
        status = HTTPStatus.TEMPORARY_REDIRECT
        start_response(
            f"{status.value} {status.phrase}",
            [
                ("Location", f"{path}?{'&'.join(filter(None, [query, choice]))}"),
                ("Cache-Control", "private, no-store"),
                ("Content-Length", "0"),
            ],
        )
        return [b""]


def without_strange_choices(query: str) -> str:
    """No page differs by a choice that means nothing, so none is stored under it."""
    pairs = query.split("&")
    return "&".join(pair for pair in pairs if name_in(pair) != PARAMETER or pair in CHOICES)


def name_in(pair: str) -> str:
    return unquote_plus(pair.partition("=")[0])


def saves_data(environ: Environ) -> bool:
    """Whether it asks for a page on a line to be spared, and says nothing of pictures itself."""
    return (
        environ.get("HTTP_SAVE_DATA", "").lower() == "on"
        and environ["REQUEST_METHOD"] in ("GET", "HEAD")
        # What scripts and other pages ask for is not what a reader sees next.
        and environ.get("HTTP_SEC_FETCH_DEST", "document") == "document"
        and A_PAGE.fullmatch(environ["PATH_INFO"]) is not None
        and f"{PARAMETER}=" not in environ.get("QUERY_STRING", "")
    )
