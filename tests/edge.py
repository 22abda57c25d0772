"""What web servers in front of the site are tried with: a site that tells how it was asked."""

import json
from http.server import BaseHTTPRequestHandler
from threading import Barrier, Event

import pytest
from django.conf import settings

from tests.browser.served_site import PROJECT
from tests.web_servers import stand_in

DEPLOY = PROJECT / "deploy"
# Of visitors who have said what they want, here and on a site that speaks TLS.
CHOICE = f"{settings.COOKIE_CONSENT_NAME}=embeds=-1"
HARMLESS = f"{settings.LANGUAGE_COOKIE_NAME}=fr; {CHOICE}; __Host-{CHOICE}"
CLAIMS = {
    "Forwarded": "host=evil.example",
    "X-Forwarded-For": "192.0.2.66",
    "X-Forwarded-Host": "evil.example",
    "X-Forwarded-Proto": "gopher",
    "X-Original-URL": "/admin/",
    "X-Rewrite-URL": "/admin/",
    "X_Forwarded_For": "192.0.2.66",
    "X_Forwarded_Proto": "https",
}
CLAIMED = {name.lower() for name in CLAIMS}


class Site(BaseHTTPRequestHandler):
    """Says how it was asked, in a file that may be kept; leads to TLS whoever comes without."""

    def do_GET(self):
        self.server.asked.append(self.path)
        if self.path == "/slow/":
            self.server.two_and_the_test.wait(60)
            self.server.may_answer.wait(60)
        is_secure = self.headers["X-Forwarded-Proto"] == "https" or self.path == "/healthz"
        if self.path in self.server.broken:
            return
        self.send_response(200 if is_secure else 301)
        self.send_header("Cache-Control", "public, max-age=31536000")
        self.send_header("Content-Security-Policy", "default-src 'self'")
        self.send_header("Vary", "Accept-Encoding")
        self.send_header("xkey", "ab12")
        self.end_headers()
        self.wfile.write(json.dumps(dict(self.headers)).encode())

    def do_POST(self):
        self.rfile.read(int(self.headers["Content-Length"] or 0))
        self.do_GET()

    do_PUT = do_POST

    def log_message(self, *args):
        """Tests are quiet."""


@pytest.fixture(scope="module")
def origin():
    """The site behind them; it lets two wait at `/slow/`, and breaks off what is `broken`."""
    with stand_in(Site) as server:
        server.asked, server.broken = [], set()
        server.two_and_the_test, server.may_answer = Barrier(3), Event()
        yield server


def claimed(words):
    """What reached the site of all that can be claimed."""
    return {name: value for name, value in json.loads(words).items() if name.lower() in CLAIMED}
