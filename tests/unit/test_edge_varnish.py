"""Varnish as `deploy/` sets it up: no claim of a visitor reaches the site, and none purges."""

import json
from http import HTTPStatus

import pytest
from django.utils.translation import override

from coalition.delivery.outage import WORDS
from tests.browser.served_site import free_port
from tests.edge import CLAIMS, DEPLOY, HARMLESS, claimed
from tests.web_servers import curl, varnish

# Addresses of this machine: of what ends TLS, and of anybody else.
IN_FRONT, ANYBODY = ("--interface", "127.0.0.1"), ("--interface", "127.0.0.2")
BY_TLS = {"X-Forwarded-Proto": "https"}


@pytest.fixture(scope="module")
def ask_varnish(origin, tmp_path_factory):
    folder = tmp_path_factory.mktemp("varnish")
    for name in ("varnish.vcl", "varnish-tags.vcl"):
        rules = (DEPLOY / name).read_text().replace('"8000"', f'"{origin.server_port}"')
        (folder / name).write_text(rules)
    port = free_port()

    def ask(path, *options, **headers):
        return curl(f"http://127.0.0.1:{port}{path}", *options, **headers)

    with varnish(folder, port, folder / "varnish-tags.vcl"):
        # Until it listens.
        ask("/media/first", **BY_TLS)
        yield ask


@pytest.mark.parametrize(
    ("path", "cookie", "is_seen"),
    [
        ("/en/a/", HARMLESS, False),
        ("/en/b/", f"{HARMLESS}; player=1", True),
        ("/en/c/", f"player=1;{HARMLESS}", True),
        ("/en/d/", "cookie_consent_of_others=1", True),
        ("/static/e.css", "player=1", False),
    ],
)
def test_varnish_lets_the_site_see_what_it_may_have_to_clear(ask_varnish, path, cookie, is_seen):
    _, status, words = ask_varnish(path, Cookie=cookie, **BY_TLS)

    assert status == 200
    assert json.loads(words).get("Cookie") == (cookie if is_seen else None)


@pytest.mark.parametrize(
    ("path", "is_led_on"),
    [
        ("/en/light/", True),
        ("/en/light/?q=a", True),
        ("/en/light/?q=a&pictures=later", False),
        ("/en/light/feed.json", False),
        ("/media/light", False),
        ("/static/light.css", False),
    ],
)
def test_varnish_lets_the_site_lead_on_from_a_page_who_saves_data(ask_varnish, path, is_led_on):
    _, status, words = ask_varnish(path, **BY_TLS | {"Save-Data": "on"})

    assert status == 200
    assert ("Save-Data" in json.loads(words)) == is_led_on


@pytest.mark.parametrize("of_theirs", [{"Cookie": "player=1"}, {"Save-Data": "on"}])
def test_varnish_shows_its_page_to_all_while_the_site_fails(ask_varnish, origin, of_theirs):
    ask_varnish("/en/kept/", **BY_TLS)
    origin.broken.add("/en/kept/")

    answered = ask_varnish("/en/kept/", "--retry", "0", **BY_TLS | of_theirs)
    origin.broken.remove("/en/kept/")

    assert answered[1] == 200


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_varnish_says_in_the_language_of_the_address_that_the_site_is_away(
    ask_varnish, origin, language
):
    path = f"/{language}/away/"
    origin.broken.add(path)

    _, status, answer = ask_varnish(path, "--include", "--retry", "0", **BY_TLS)

    head, _, page = answer.partition("\n\n")
    with override(language):
        title = str(WORDS[HTTPStatus.SERVICE_UNAVAILABLE].title)
    assert status == 503
    assert f'<html lang="{language}"' in page and f"<h1>{title}</h1>" in page
    assert "Cache-Control: no-store" in head
    assert "Content-Security-Policy: default-src 'none'" in head


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


def test_varnish_forgets_a_file_however_it_was_asked_for(ask_varnish, origin):
    addresses = ["/media/gone", "/media/gone?again=1", "/media/%67one"]
    for address in addresses * 2:
        ask_varnish(address)
    assert of("/media", origin.asked).count("/media/gone") == 1
    origin.asked.clear()

    assert ask_varnish("/", "--request", "PURGE", **{"xkey-purge": "ab12"})[1] == 200

    for address in addresses:
        ask_varnish(address)
    assert sorted(of("/media", origin.asked)) == sorted(addresses)


@pytest.mark.parametrize(
    ("place", "headers"), [(ANYBODY, {}), (IN_FRONT, {"X-Forwarded-Proto": "https"})]
)
def test_varnish_lets_no_visitor_purge(ask_varnish, place, headers):
    asked = ask_varnish("/", *place, "--request", "PURGE", **{"xkey-purge": "ab12"} | headers)

    assert asked[1] == 403
