"""The site behind its door, as a browser meets it."""

import pytest
from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from django.test import RequestFactory

from coalition.delivery import changes
from coalition.delivery.store import site, warmer
from coalition.delivery.store.door import StoredPages
from coalition.delivery.store.folder_shelf import OF_FILES
from coalition.delivery.store.site import shelf
from coalition.delivery.store.who_asks import is_known
from coalition.fronts.saying import says_to_fronts


@pytest.fixture
def store(tmp_path, monkeypatch):
    monkeypatch.setattr(settings, "PAGE_STORE", str(tmp_path))
    # What tests before this one did never came true.
    changes.taken()
    # Nor does any thread of theirs make pages anew.
    monkeypatch.setattr(site, "_warmers", [])
    return shelf(str(tmp_path))


@pytest.fixture
def warmed(store, monkeypatch, connection_stays_open):
    """This process makes anew what it purges, at once and in the same thread."""

    class AtOnce:
        def __init__(self, target, **options):
            self.start = target

    monkeypatch.setattr(warmer, "Thread", AtOnce)


@pytest.fixture
def connection_stays_open():
    """The end of a request closes connections, and with it would go the test's own database."""
    signals = (request_started, request_finished)
    for signal in signals:
        signal.disconnect(close_old_connections)
    yield
    for signal in signals:
        signal.connect(close_old_connections)


@pytest.fixture
def get(store, connection_stays_open):
    """Ask as a browser does, through the door; its status, words and headers."""
    door = StoredPages(WSGIHandler(), store, is_known)

    def ask(address, **headers):
        door.says = says_to_fronts()
        said = []
        environ = RequestFactory(headers=headers).get(address).environ
        environ.setdefault("HTTP_HOST", "testserver")
        body = door(environ, lambda status, headers, exc=None: said.append((status, dict(headers))))
        status, headers = said[0]
        return status, b"".join(body).decode(), headers

    return ask


def stored(store):
    """The addresses of what is fresh."""
    root = store.current / "testserver"
    return sorted(
        address_of(entry.parent.relative_to(root)) for entry in root.glob("**/entry.json")
    )


def address_of(place):
    if place.name.startswith(OF_FILES):
        return f"/{place.with_name(place.name.removeprefix(OF_FILES))}"
    return f"/{place}/"
