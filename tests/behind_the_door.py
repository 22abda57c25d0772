"""A site that counts how often it is asked, behind the door of stored pages."""

from concurrent.futures import ThreadPoolExecutor
from time import time

import pytest

from coalition.delivery.store import door, making
from coalition.delivery.store.door import StoredPages
from coalition.delivery.store.shelf import FRESH_FOR

PUBLIC = {"Cache-Control": "public, max-age=60", "X-Page-Parameters": ""}


def environ(path="/en/", query="", method="GET", **more):
    return {
        "REQUEST_METHOD": method,
        "HTTP_HOST": "coalition.example",
        "PATH_INFO": path.encode().decode("latin-1"),
        "QUERY_STRING": query,
        **more,
    }


class Site:
    """An application that counts how often it is asked, behind the door."""

    def __init__(self, shelf):
        self.asked = []
        self.status, self.headers, self.body = "200 OK", dict(PUBLIC), b"first"
        self.shelf = shelf
        self.door = StoredPages(self.application, self.shelf, lambda given: "HTTP_COOKIE" in given)

    def application(self, given, start_response):
        self.asked.append(given["QUERY_STRING"])
        start_response(self.status, list(self.headers.items()))
        return [self.body if given["REQUEST_METHOD"] == "GET" else b""]

    def get(self, *args, **more):
        said = {}

        def start_response(status, headers):
            said.update(status=status, **{name.lower(): value for name, value in headers})

        said["body"] = b"".join(self.door(environ(*args, **more), start_response))
        return said


def at_once(acts):
    """What each of them gives, done in threads of their own."""
    acts = list(acts)
    with ThreadPoolExecutor(len(acts)) as threads:
        return list(threads.map(lambda act: act(), acts))


@pytest.fixture
def site(shelf, monkeypatch):
    """What it lends for a moment it lends for longer: a machine may be busy with other tests."""
    monkeypatch.setattr(door, "STAND_IN", 30)
    return Site(shelf)


@pytest.fixture
def later(monkeypatch):
    """Lets stored pages expire."""

    def an_hour_later():
        for module in (door, making):
            monkeypatch.setattr(module, "time", lambda: time() + FRESH_FOR)

    return an_hour_later
