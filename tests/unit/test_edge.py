"""nginx and Varnish as `deploy/` sets them up: what visitors claim does not reach the site."""

import json
import subprocess
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from tests.browser.served_site import PROJECT, free_port
from tests.web_servers import curl, nginx, varnish

DEPLOY = PROJECT / "deploy"
HOST = "coalition.example"
SELF_SIGNED = ["openssl", "req", "-x509", "-nodes", "-newkey", "ec", "-pkeyopt"]
# Addresses of this machine: of what ends TLS, and of anybody else.
IN_FRONT, ANYBODY = ("--interface", "127.0.0.1"), ("--interface", "127.0.0.2")
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


class Site(BaseHTTPRequestHandler):
    """Says how it was asked, in a file that may be kept; leads to TLS whoever comes without."""

    def do_GET(self):
        self.server.asked.append(self.path)
        is_secure = self.headers["X-Forwarded-Proto"] == "https" or self.path == "/healthz"
        self.send_response(200 if is_secure else 301)
        self.send_header("Cache-Control", "public, max-age=31536000")
        self.send_header("xkey", "ab12")
        self.end_headers()
        self.wfile.write(json.dumps(dict(self.headers)).encode())

    def log_message(self, *args):
        """Tests are quiet."""


@pytest.fixture(scope="module")
def site():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    server.asked = []
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


def claimed(words):
    """What reached the site of all that can be claimed."""
    return {name: value for name, value in json.loads(words).items() if name in CLAIMS}


# nginx


@pytest.fixture(scope="module")
def ask_nginx(site, tmp_path_factory):
    folder = tmp_path_factory.mktemp("nginx")
    key = ["-keyout", folder / "privkey.pem", "-out", folder / "fullchain.pem"]
    subprocess.run(
        [*SELF_SIGNED, "ec_paramgen_curve:P-256", "-subj", f"/CN={HOST}", *key],
        check=True,
        capture_output=True,
    )
    plain, secure = free_port(), free_port()
    places = {
        "${SITE_HOST}": HOST,
        "web:8000": f"127.0.0.1:{site.server_port}",
        "/etc/nginx/tls": str(folder),
        "/etc/nginx/pages": str(folder),
        "/var/cache/nginx": str(folder),
        "listen 80": f"listen 127.0.0.1:{plain}",
        "listen 443": f"listen 127.0.0.1:{secure}",
        # Debian's may be too old for it.
        "http2 on;": "",
    }
    for file in ("nginx.conf", "nginx-maps.conf", "nginx-pages.conf", "page-headers.conf"):
        rules = (DEPLOY / file).read_text()
        for there, here in places.items():
            rules = rules.replace(there, here)
        (folder / file).write_text(rules)

    def ask(scheme, host, path="/media/a", **headers):
        port = {"http": plain, "https": secure}[scheme]
        reached = f"{host}:{port}:127.0.0.1"
        return curl(f"{scheme}://{host}:{port}{path}", "--resolve", reached, **headers)

    with nginx(folder, f"include {folder}/nginx.conf;"):
        yield ask


def test_nginx_overwrites_what_visitors_claim(ask_nginx):
    _, _, words = ask_nginx("https", HOST, **CLAIMS)

    assert claimed(words) == {
        "X-Forwarded-For": "127.0.0.1",
        "X-Forwarded-Host": HOST,
        "X-Forwarded-Proto": "https",
    }


def test_nginx_asks_the_site_for_a_picture_that_is_not_there(ask_nginx, site):
    assert ask_nginx("https", HOST, "/media/images/gone.webp")[1] == 200
    assert "/media/images/gone.webp" in site.asked


@pytest.mark.parametrize(("scheme", "exit_code"), [("http", 52), ("https", 35)])
def test_nginx_has_no_answer_for_another_host(ask_nginx, site, scheme, exit_code):
    site.asked.clear()

    assert ask_nginx(scheme, "evil.example")[0] == exit_code
    assert site.asked == []


# Varnish


@pytest.fixture(scope="module")
def ask_varnish(site, tmp_path_factory):
    folder = tmp_path_factory.mktemp("varnish")
    for name in ("varnish.vcl", "varnish-tags.vcl"):
        rules = (DEPLOY / name).read_text().replace('"8000"', f'"{site.server_port}"')
        (folder / name).write_text(rules)
    port = free_port()

    def ask(path, *options, **headers):
        return curl(f"http://127.0.0.1:{port}{path}", *options, **headers)

    with varnish(folder, port, folder / "varnish-tags.vcl"):
        yield ask


def of(path, asked):
    return [each for each in asked if each.startswith(path)]


def test_varnish_believes_no_visitor(ask_varnish):
    _, _, words = ask_varnish("/media/forged", *ANYBODY, **CLAIMS | {"X-Forwarded-Proto": "https"})

    assert claimed(words) == {"X-Forwarded-For": "127.0.0.2", "X-Forwarded-Proto": "http"}


def test_varnish_hands_on_what_ends_tls_has_said_of_a_visitor(ask_varnish):
    said = {"X-Forwarded-For": "192.0.2.66", "X-Forwarded-Proto": "https"}

    _, _, words = ask_varnish("/media/said", *IN_FRONT, **said)

    assert claimed(words) == said


def test_varnish_leads_nobody_to_tls_who_has_come_by_it(ask_varnish):
    by_tls = {"X-Forwarded-Proto": "https"}

    statuses = [ask_varnish("/media/led", **how)[1] for how in ({}, by_tls, {}, by_tls)]

    assert statuses == [301, 200, 301, 200]


def test_varnish_forgets_a_file_however_it_was_asked_for(ask_varnish, site):
    addresses = ["/media/gone", "/media/gone?again=1", "/media/%67one"]
    for address in addresses * 2:
        ask_varnish(address)
    assert of("/media", site.asked).count("/media/gone") == 1
    site.asked.clear()

    assert ask_varnish("/", "--request", "PURGE", **{"xkey-purge": "ab12"})[1] == 200

    for address in addresses:
        ask_varnish(address)
    assert sorted(of("/media", site.asked)) == sorted(addresses)


@pytest.mark.parametrize(
    ("place", "headers"), [(ANYBODY, {}), (IN_FRONT, {"X-Forwarded-Proto": "https"})]
)
def test_varnish_lets_no_visitor_purge(ask_varnish, place, headers):
    asked = ask_varnish("/", *place, "--request", "PURGE", **{"xkey-purge": "ab12"} | headers)

    assert asked[1] == 403
