"""nginx as `deploy/` sets it up: what visitors claim does not reach the site."""

import pytest

from tests.edge import CLAIMS, HARMLESS, claimed
from tests.edge_nginx import HOST, nginx_in_front


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


@pytest.mark.parametrize(
    ("path", "options", "status"),
    [
        ("/en/busy/", (), 404),
        ("/static/a.css", ("--request", "POST"), 403),
    ],
)
def test_an_answer_of_nginx_itself_is_as_closed_as_those_of_the_site(
    ask_nginx, path, options, status
):
    _, answered, words = ask_nginx("https", HOST, path, "--include", *options)

    assert answered == status
    assert "content-security-policy: default-src 'none'; frame-ancestors 'none'" in words
    assert "strict-transport-security: max-age=63072000" in words


@pytest.mark.parametrize("path", ["/fr/", "/static/kept.css", "/static/kept.css"])
def test_nginx_adds_nothing_to_the_policy_of_the_site(ask_nginx, path):
    words = ask_nginx("https", HOST, path, "--include")[2]

    assert words.lower().count("content-security-policy: ") == 1
    assert "content-security-policy: default-src 'self'" in words


def test_nginx_asks_the_site_for_a_picture_that_is_not_there(ask_nginx, origin):
    assert ask_nginx("https", HOST, "/media/images/gone.webp")[1] == 200
    assert "/media/images/gone.webp" in origin.asked


@pytest.mark.parametrize(("scheme", "exit_code"), [("http", 52), ("https", 35)])
def test_nginx_has_no_answer_for_another_host(ask_nginx, origin, scheme, exit_code):
    origin.asked.clear()

    assert ask_nginx(scheme, "evil.example")[0] == exit_code
    assert origin.asked == []


@pytest.mark.parametrize("cookie", ["", HARMLESS])
def test_nginx_hands_out_a_page_to_whoever_brings_nothing_else(ask_nginx, cookie):
    assert ask_nginx("https", HOST, "/en/", Cookie=cookie) == (0, 200, "a stored page")


@pytest.mark.parametrize(
    "cookie", [f"{HARMLESS}; player=1", f"player=1;{HARMLESS}", "cookie_consent_of_others=1"]
)
def test_nginx_lets_the_site_see_what_it_may_have_to_clear_while_there_is_one(
    ask_nginx, origin, cookie
):
    assert f'"{cookie}"' in ask_nginx("https", HOST, "/en/", Cookie=cookie)[2]

    origin.broken.add("/en/")
    while_away = ask_nginx("https", HOST, "/en/", Cookie=cookie)
    origin.broken.remove("/en/")

    assert while_away == (0, 200, "a stored page")


def test_nginx_lets_the_site_lead_on_who_saves_data_while_there_is_one(ask_nginx, origin):
    saving = {"Save-Data": "on"}
    assert '"save-data": "on"' in ask_nginx("https", HOST, "/en/", **saving)[2]

    origin.broken.add("/en/")
    while_away = ask_nginx("https", HOST, "/en/", **saving)
    origin.broken.remove("/en/")

    assert while_away == (0, 200, "a stored page")


@pytest.mark.parametrize("choice", ["later", "now"])
def test_nginx_gives_a_page_with_its_pictures_to_who_can_wait_for_them_if_the_site_is_away(
    ask_nginx, origin, choice
):
    address = f"/en/?pictures={choice}"
    assert HOST in ask_nginx("https", HOST, address)[2]

    origin.broken.add(address)
    while_away = ask_nginx("https", HOST, address, "--retry", "0")
    origin.broken.remove(address)

    assert while_away == (0, 200, "a stored page")


def test_nginx_compresses_a_page_for_who_asks_through_others_too(ask_nginx):
    through = {"Accept-Encoding": "gzip", "Via": "1.1 another"}

    assert "content-encoding: gzip" in ask_nginx("https", HOST, "/en/", "--head", **through)[2]


def test_nginx_lets_the_site_count_every_page_where_one_line_says_so(origin, tmp_path):
    with nginx_in_front(origin, tmp_path, **{"default $finished;": "default /nowhere;"}) as ask:
        while_there = ask("https", HOST, "/en/")
        origin.broken.add("/en/")
        while_away = ask("https", HOST, "/en/")
        origin.broken.remove("/en/")

    assert f'"Host": "{HOST}' in while_there[2]
    assert while_away == (0, 200, "a stored page")


@pytest.mark.parametrize("path", ["/en/", "/en/?q=%20a&b=/", "/en/%41%2Fb/", "/fr/new/", "/fr/new"])
@pytest.mark.parametrize("method", ["POST", "PUT"])
def test_nginx_hands_on_what_is_done_as_it_was_asked(ask_nginx, origin, method, path):
    origin.asked.clear()

    words = ask_nginx("https", HOST, path, "--request", method, "--data", "a=1")[2]

    assert origin.asked == [path]
    assert '"Content-Length": "3"' in words


@pytest.mark.parametrize("path", ["/en/?q=%20a&b=/", "/en/%41%2Fb/", "/fr/new/", "/fr/new"])
def test_nginx_asks_for_a_page_that_is_not_there_as_it_was_asked(ask_nginx, origin, path):
    origin.asked.clear()

    ask_nginx("https", HOST, path)

    assert origin.asked == [path]


@pytest.mark.parametrize("path", ["/fr/gone/", "/fr/gone"])
def test_nginx_says_in_the_readers_language_that_the_site_is_away(ask_nginx, origin, path):
    origin.broken.add(path)

    _, status, words = ask_nginx("https", HOST, path, "--include", "--retry", "0")

    assert status == 503
    assert words.endswith("la page qui attend")
    assert "retry-after: 30" in words
    assert "content-security-policy: default-src 'none'; style-src 'self'" in words
    assert "strict-transport-security: max-age=63072000" in words


def test_nobody_asks_for_that_by_itself(ask_nginx):
    assert ask_nginx("https", HOST, "/away/fr.html")[1] == 404
