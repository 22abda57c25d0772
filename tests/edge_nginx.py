"""nginx of Debian with the rules of `deploy`, before a site."""

import gzip
import subprocess
from contextlib import contextmanager

import pytest

from tests.browser.served_site import free_port
from tests.edge import DEPLOY
from tests.web_servers import curl, nginx

HOST = "coalition.example"
SELF_SIGNED = ["openssl", "req", "-x509", "-nodes", "-newkey", "ec", "-pkeyopt"]


def put_rules(folder, site, plain, secure, changed):
    """Those of `deploy`, as if this folder and these ports were a machine of its own."""
    places = {
        "${SITE_HOST}": HOST,
        "web:8000": f"127.0.0.1:{site.server_port}",
        "/etc/nginx/tls": str(folder),
        "/etc/nginx/pages": str(folder),
        "/var/cache/nginx": str(folder),
        "/srv/pages": str(folder),
        # In the words of Debian's, which may be too old for ours.
        "listen 443 ssl;\n    http2 on;": f"listen 127.0.0.1:{secure} ssl http2;",
        "listen 80": f"listen 127.0.0.1:{plain}",
        "listen 443": f"listen 127.0.0.1:{secure}",
        # So that what is tested does not last.
        "rate=30r/s": "rate=1r/m",
        "rate=120r/s": "rate=1r/m",
        "rate=200r/s": "rate=1r/m",
        "rate=1r/s": "rate=1r/m",
        "rate=4r/s": "rate=1r/m",
        "waiting 60": "waiting 1",
        "waiting_nearby 240": "waiting_nearby 2",
        **changed,
    }
    for file in DEPLOY.glob("*.conf"):
        rules = file.read_text()
        for there, here in places.items():
            rules = rules.replace(there, here)
        (folder / file.name).write_text(rules)


def put_certificate(folder):
    key = ["-keyout", folder / "privkey.pem", "-out", folder / "fullchain.pem"]
    subprocess.run(
        [*SELF_SIGNED, "ec_paramgen_curve:P-256", "-subj", f"/CN={HOST}", *key],
        check=True,
        capture_output=True,
    )


def put_page(folder):
    (folder / "current").symlink_to("g-1")
    stored = folder / "g-1" / HOST / "en"
    stored.mkdir(parents=True)
    (stored / "index.html").write_text("a stored page")
    (stored / "index.html.gz").write_bytes(gzip.compress(b"a stored page"))
    away = folder / "away"
    away.mkdir()
    (away / "en.html").write_text("the page that waits")
    (away / "fr.html").write_text("la page qui attend")


@contextmanager
def nginx_in_front(site, folder, **changed):
    plain, secure = free_port(), free_port()
    put_rules(folder, site, plain, secure, changed)
    put_certificate(folder)
    put_page(folder)

    def ask(scheme, host, path="/media/a", *options, **headers):
        port = {"http": plain, "https": secure}[scheme]
        reached = ["--resolve", f"{host}:{port}:127.0.0.1"]
        return curl(f"{scheme}://{host}:{port}{path}", *reached, *options, **headers)

    # From wherever one says that one asks.
    anywhere = "set_real_ip_from 127.0.0.1; real_ip_header X-Asked-From;"
    with nginx(folder, f"{anywhere} include {folder}/nginx.conf;"):
        # Until it listens.
        ask("https", HOST)
        yield ask


@pytest.fixture(scope="module")
def ask_nginx(origin, tmp_path_factory):
    with nginx_in_front(origin, tmp_path_factory.mktemp("nginx")) as ask:
        yield ask
