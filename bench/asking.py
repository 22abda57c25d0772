"""Asking the site for a page, as a visitor whom no cache helps."""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from http import HTTPStatus
from pathlib import Path
from tempfile import TemporaryDirectory

from django.core.handlers.wsgi import WSGIHandler
from django.db import connection
from django.http import HttpResponseBase
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext

from coalition.delivery.store.door import StoredPages
from coalition.delivery.store.folder_shelf import FolderShelf
from tests.costs import parts_made_anew


@dataclass(frozen=True)
class Cost:
    """Queries are counted, seconds are the median, bytes are those that travel."""

    queries: int
    seconds: float
    bytes: int


def cost(address: str) -> Cost:
    asked = cost_of(partial(ask, Client(), address))
    return replace(asked, bytes=len(travelling(address)))


def travelling(address: str) -> bytes:
    """The answer as the door hands it to whoever takes gzip."""
    environ = RequestFactory(headers={"Accept-Encoding": "gzip"}).get(address).environ
    environ["HTTP_HOST"] = environ["SERVER_NAME"]
    with TemporaryDirectory() as folder:
        door = StoredPages(
            WSGIHandler(), FolderShelf(Path(folder), most_pages=2), lambda given: False
        )
        return b"".join(door(environ, lambda status, headers: None))


def cost_of(act: Callable[[], bytes], times: int = 15) -> Cost:
    """Of what somebody does, when what many pages share is known already."""
    act()
    with CaptureQueriesContext(connection) as captured:
        content = act()
    return Cost(
        queries=len(captured),
        seconds=statistics.median(timed(act) for _ in range(times)),
        bytes=len(content),
    )


def timed(act: Callable[[], object]) -> float:
    begin = time.perf_counter()
    act()
    return time.perf_counter() - begin


def ask(client: Client, address: str) -> bytes:
    """With its parts made anew, as after a publication: those that are kept cost nothing."""
    with parts_made_anew():
        response = client.get(address)
    if response.status_code != HTTPStatus.OK:
        raise AssertionError(f"{address} answered {response.status_code}")
    return content_of(response)


def content_of(response: HttpResponseBase) -> bytes:
    return response.getvalue() if response.streaming else response.content
