"""A cache in front that notes what it is told, and when."""

from datetime import timedelta
from http.server import BaseHTTPRequestHandler
from types import SimpleNamespace

import pytest
from django.core.management import call_command
from django.utils import timezone

from coalition.delivery.tags import digest
from coalition.fronts import telling
from coalition.fronts.saying import ANY_CHANGE
from tests.web_servers import stand_in


class StandIn(BaseHTTPRequestHandler):
    """Any of them: notes what it is asked, and answers as it is told to."""

    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.server.asked.append(
            SimpleNamespace(method=self.command, path=self.path, headers=self.headers, body=body)
        )
        is_refused = self.server.refused in self.headers.get("xkey-softpurge", "").split()
        status = next(self.server.statuses, self.server.status)
        self.send_response(400 if is_refused else status)
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_PURGE = do_POST

    def log_message(self, *args):
        """Tests are quiet."""


@pytest.fixture(scope="module")
def server():
    with stand_in(StandIn) as server:
        yield server


@pytest.fixture
def front(server, store, settings, monkeypatch):
    """A Varnish that is told at once, and has been told nothing yet."""
    server.asked, server.status, server.refused = [], 200, ""
    # Before that one.
    server.statuses = iter([])
    settings.FRONT_CACHES = [f"varnish://127.0.0.1:{server.server_port}"]
    monkeypatch.setattr(telling, "tell_in_background", telling.tell_fronts)
    return server


@pytest.fixture
def done(django_capture_on_commit_callbacks):
    """Do it, as one does outside of a test's own transaction."""

    def done(act):
        with django_capture_on_commit_callbacks(execute=True):
            return act()

    return done


@pytest.fixture
def later(monkeypatch):
    """Let time pass, and the clock come by."""

    def passed(**time):
        now = timezone.now() + timedelta(**time)
        monkeypatch.setattr(timezone, "now", lambda: now)
        call_command("tell_fronts", verbosity=0)

    return passed


def tags_asked(front, way="xkey-softpurge"):
    return {tag for ask in front.asked for tag in ask.headers.get(way, "").split()}


def of(*tags):
    return {digest(tag) for tag in (*tags, ANY_CHANGE)}
