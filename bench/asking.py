"""Asking the site for a page, as a visitor whom no cache helps."""

import gzip
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from http import HTTPStatus

from django.db import connection
from django.http import HttpResponseBase
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.costs import parts_made_anew


@dataclass(frozen=True)
class Cost:
    """Queries are counted, seconds are the median, bytes are those of the answer in gzip."""

    queries: int
    seconds: float
    bytes: int


def cost(address: str) -> Cost:
    return cost_of(partial(ask, Client(), address))


def cost_of(act: Callable[[], bytes], times: int = 15) -> Cost:
    """Of what somebody does, when what many pages share is known already."""
    act()
    with CaptureQueriesContext(connection) as captured:
        content = act()
    return Cost(
        queries=len(captured),
        seconds=statistics.median(timed(act) for _ in range(times)),
        bytes=len(gzip.compress(content, 6)),
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
