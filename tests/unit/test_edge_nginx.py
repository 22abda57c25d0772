"""nginx as `deploy/` sets it up: what visitors claim does not reach the site, nor do floods."""

import subprocess
from threading import Thread

import pytest

from tests.browser.served_site import free_port
from tests.edge import CLAIMS, DEPLOY, HARMLESS, claimed, stand_in_site
from tests.web_servers import curl, nginx

HOST = "coalition.example"
SELF_SIGNED = ["openssl", "req", "-x509", "-nodes", "-newkey", "ec", "-pkeyopt"]


@pytest.fixture(scope="module")
def site():
    with stand_in_site() as site:
        yield site


def put_rules(folder, site, plain, secure):
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
        "rate=1r/s": "rate=1r/m",
        "waiting 60": "waiting 2",
    }
    for file in ("nginx.conf", "nginx-maps.conf", "nginx-pages.conf", "page-headers.conf"):
        rules = (DEPLOY / file).read_text()
        for there, here in places.items():
            rules = rules.replace(there, here)
        (folder / file).write_text(rules)


def put_certificate(folder):
    key = ["-keyout", folder / "privkey.pem", "-out", folder / "fullchain.pem"]
    subprocess.run(
        [*SELF_SIGNED, "ec_paramgen_curve:P-256", "-subj", f"/CN={HOST}", *key],
        check=True,
        capture_output=True,
    )


def put_page(folder):
    stored = folder / "current" / HOST / "en"
    stored.mkdir(parents=True)
    (stored / "index.html").write_text("a stored page")


@pytest.fixture(scope="module")
def ask_nginx(site, tmp_path_factory):
    folder = tmp_path_factory.mktemp("nginx")
    plain, secure = free_port(), free_port()
    put_rules(folder, site, plain, secure)
    put_certificate(folder)
    put_page(folder)

    def ask(scheme, host, path="/media/a", *options, **headers):
        port = {"http": plain, "https": secure}[scheme]
        reached = ["--resolve", f"{host}:{port}:127.0.0.1"]
        return curl(f"{scheme}://{host}:{port}{path}", *reached, *options, **headers)

    # From wherever one says that one asks.
    anywhere = "set_real_ip_from 127.0.0.1; real_ip_header X-Asked-From;"
    with nginx(folder, f"{anywhere} include {folder}/nginx.conf;"):
        yield ask


def test_nginx_overwrites_what_visitors_claim(ask_nginx):
    _, _, words = ask_nginx("https", HOST, **CLAIMS)

    assert claimed(words) == {
        "X-Forwarded-For": "127.0.0.1",
        "X-Forwarded-Host": HOST,
        "X-Forwarded-Proto": "https",
    }


def test_nginx_speaks_http_2(ask_nginx):
    version = "--output", "/dev/null", "--write-out", "%{http_version}\n%{http_code}"

    assert ask_nginx("https", HOST, "/static/a.css", *version) == (0, 200, "2")


def test_nginx_asks_the_site_for_a_picture_that_is_not_there(ask_nginx, site):
    assert ask_nginx("https", HOST, "/media/images/gone.webp")[1] == 200
    assert "/media/images/gone.webp" in site.asked


@pytest.mark.parametrize(("scheme", "exit_code"), [("http", 52), ("https", 35)])
def test_nginx_has_no_answer_for_another_host(ask_nginx, site, scheme, exit_code):
    site.asked.clear()

    assert ask_nginx(scheme, "evil.example")[0] == exit_code
    assert site.asked == []


@pytest.mark.parametrize("cookie", ["", HARMLESS])
def test_nginx_hands_out_a_page_to_whoever_brings_nothing_else(ask_nginx, cookie):
    assert ask_nginx("https", HOST, "/en/", Cookie=cookie) == (0, 200, "a stored page")


@pytest.mark.parametrize(
    "cookie", [f"{HARMLESS}; player=1", f"player=1;{HARMLESS}", "cookie_consent_of_others=1"]
)
def test_nginx_lets_the_site_see_what_it_may_have_to_clear_while_there_is_one(
    ask_nginx, site, cookie
):
    assert f'"{cookie}"' in ask_nginx("https", HOST, "/en/", Cookie=cookie)[2]

    site.broken.add("/en/")
    while_away = ask_nginx("https", HOST, "/en/", Cookie=cookie)
    site.broken.remove("/en/")

    assert while_away == (0, 200, "a stored page")


@pytest.fixture(scope="module")
def status_for(ask_nginx):
    """What somebody is answered, the last time of several."""
    ask_nginx("https", HOST)

    def status_for(address, path, *options):
        once = "--retry", "0"
        return ask_nginx("https", HOST, path, *once, *options, **{"X-Asked-From": address})[1]

    return status_for


@pytest.mark.parametrize(
    ("door", "one", "neighbour", "stranger"),
    [
        ("/admin/login/", "192.0.2.1", "192.0.2.200", "192.0.3.1"),
        ("/admin/login/code/", "2001:db8:1:2::1", "2001:db8:1::2", "2001:db8:2::1"),
        ("/en/contact/send/", "2001:db8::1", "2001:db8::ffff:1", "2001:db9::1"),
    ],
)
def test_a_neighbourhood_knocks_at_no_door_for_ever(status_for, door, one, neighbour, stranger):
    knock = "--request", "POST"

    assert status_for(one, f"{door}?[1-21]", *knock) == 200
    assert [status_for(each, door, *knock) for each in (neighbour, stranger)] == [429, 200]


def test_a_neighbourhood_gets_as_many_pages_as_many_people_ask_for(ask_nginx, site, status_for):
    one, neighbour, stranger = "198.51.100.1", "198.51.100.2", "203.0.113.1"

    assert status_for(one, "/fr/search/?q=[1-301]") == 200
    assert status_for(neighbour, "/fr/search/?q=[302-304]") == 429
    assert status_for(neighbour, "/static/a.css") == 200
    assert status_for(stranger, "/fr/search/") == 200
    assert site.asked.count("/fr/busy/") == 1


def test_a_neighbourhood_does_not_take_every_place(site, status_for):
    one, neighbour, stranger = "233.252.0.1", "233.252.0.2", "192.88.99.1"
    slow = [Thread(target=status_for, args=(one, "/slow/")) for _ in range(2)]
    for thread in slow:
        thread.start()
    site.two_and_the_test.wait(10)

    statuses = [status_for(each, "/en/search/") for each in (neighbour, stranger)]

    site.may_answer.set()
    for thread in slow:
        thread.join()
    assert statuses == [429, 200]
