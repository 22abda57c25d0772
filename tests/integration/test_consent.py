"""What a visitor agreed to: asked plainly, kept exactly, never assumed."""

from dataclasses import replace
from urllib.parse import urlencode

import pytest
from cookie_consent.middleware import CleanCookiesMiddleware
from cookie_consent.models import Cookie, CookieGroup
from django.conf import settings
from django.test import Client

from coalition.consent import views
from coalition.consent.models import Receipt
from coalition.consent.registry import versions
from coalition.demo.builders import build_site_texts, build_standard_page
from tests.reading import links, parsed, texts

pytestmark = pytest.mark.django_db

ORIGIN = {"HTTP_ORIGIN": "http://testserver"}
BACK = "Back to the page you came from"
HALF_A_YEAR = 182 * 24 * 60 * 60


@pytest.fixture
def purposes():
    CookieGroup.objects.create(varname="necessary", name="Necessary", is_required=True)
    for key, cookie in [("embeds", "player"), ("statistics", "counter")]:
        group = CookieGroup.objects.create(varname=key, name=key.title())
        Cookie.objects.create(cookiegroup=group, name=cookie)


def choose(client, **data):
    return client.post("/en/cookies/", data, **ORIGIN)


def kept(client):
    return dict(pair.split("=", 1) for pair in client.cookies["cookie_consent"].value.split("|"))


def test_refusing_refuses_every_optional_purpose(client, purposes):
    choose(client, choice="refuse")

    assert kept(client) == {"embeds": "-1", "statistics": "-1"}


def test_accepting_keeps_the_version_that_was_shown(client, purposes):
    choose(client, choice="accept")

    assert kept(client) == versions()


def test_saving_accepts_only_what_was_ticked(client, purposes):
    choose(client, choice="save", purpose=["statistics"])

    assert kept(client)["embeds"] == "-1"
    assert kept(client)["statistics"] != "-1"


def test_the_page_shows_the_choice_that_was_kept(client, purposes):
    choose(client, choice="save", purpose=["embeds"])

    page = client.get("/en/cookies/").content.decode()
    assert 'value="embeds" checked' in page
    assert 'value="statistics">' in page


def test_nothing_is_ticked_before_a_choice(client, purposes):
    assert "checked" not in client.get("/en/cookies/").content.decode()


def test_looking_at_the_page_sets_no_cookie(client, purposes):
    assert not client.get("/en/cookies/").cookies


def test_a_refused_purpose_loses_its_cookies_in_the_same_answer(client, purposes):
    client.cookies["player"] = "abc"

    answer = choose(client, choice="refuse")

    assert answer.cookies["player"]["max-age"] == 0


def test_the_librarys_middleware_clears_what_nobody_agreed_to(client, purposes):
    client.cookies["counter"] = "abc"

    answer = client.get("/en/cookies/")

    assert f"{CleanCookiesMiddleware.__module__}.CleanCookiesMiddleware" in settings.MIDDLEWARE
    assert answer.cookies["counter"]["max-age"] == 0


def test_shows_the_receipt_and_the_way_back_to_where_one_was(client, purposes):
    page = client.get("/en/cookies/", HTTP_REFERER="http://testserver/en/news/?year=2020")
    came_from = parsed(page).find("input", {"name": "next"})["value"]

    shown = client.get(choose(client, choice="refuse", next=came_from).url)

    assert "Your receipt" in texts(shown, "h2")
    assert links(shown)[BACK] == "/en/news/?year=2020"


def test_leads_back_from_the_notice_itself(client, purposes):
    came_from = {"HTTP_REFERER": "http://testserver/en/news/"}
    answer = client.post("/en/cookies/", {"choice": "refuse"}, **ORIGIN, **came_from)

    assert links(client.get(answer.url))[BACK] == "/en/news/"


@pytest.mark.parametrize(
    "address",
    [
        *("https://evil.example/", "//evil.example/", "/\\evil.example/", "/\t/evil.example/"),
        *("javascript:x", "http://testserver.evil.example/", "http://["),
    ],
)
def test_never_leads_to_another_site(client, purposes, address):
    answer = choose(client, choice="refuse", next=address)
    asked = f"{answer.url}&{urlencode({'next': address})}"

    assert answer.url.startswith("/en/cookies/?receipt=")
    assert BACK not in links(client.get(asked, HTTP_REFERER=address))


def test_leads_nowhere_from_the_page_on_cookies_itself(client, purposes):
    page = client.get("/en/cookies/", HTTP_REFERER="http://testserver/en/cookies/?receipt=1")

    assert not parsed(page).find("input", {"name": "next"})


@pytest.mark.parametrize(
    ("live", "leads_to"), [(True, "/en/privacy/"), (False, "/en/cookies/#every-cookie")]
)
def test_the_notice_leads_to_the_policy(visitor, live, leads_to):
    build_site_texts("en", privacy_page=build_standard_page(title="Privacy", live=live))

    assert leads_to in links(visitor.get("/en/"), "consent-bar a").values()


def test_refuses_a_form_that_another_site_sends(purposes):
    visitor = Client(enforce_csrf_checks=True)

    answer = visitor.post("/en/cookies/", {"choice": "accept"}, HTTP_ORIGIN="https://evil.example")

    assert answer.status_code == 403
    assert "cookie_consent" not in visitor.cookies


def test_refuses_a_form_of_unknown_origin(purposes):
    answer = Client(enforce_csrf_checks=True).post("/en/cookies/", {"choice": "accept"})

    assert answer.status_code == 403


@pytest.mark.parametrize(
    "data", [{}, {"choice": "maybe"}, {"choice": "save", "purpose": ["tracking"]}]
)
def test_answers_nonsense_with_a_message_and_keeps_nothing(client, purposes, data):
    answer = choose(client, **data)

    assert answer.status_code == 400
    assert 'role="alert"' in answer.content.decode()
    assert "cookie_consent" not in client.cookies


@pytest.mark.parametrize("value", ["x" * 4000, "embeds=", "=|=", "embeds=2999", '"'])
def test_a_garbled_cookie_never_breaks_a_page(client, purposes, value):
    client.cookies["cookie_consent"] = value

    assert client.get("/en/cookies/").status_code == 200


def test_the_cookie_is_ours_alone_and_stays_half_a_year(client, purposes):
    choose(client, choice="accept")

    cookie = client.cookies["cookie_consent"]
    assert (cookie["samesite"], cookie["domain"]) == ("Lax", "")
    assert cookie["max-age"] == HALF_A_YEAR


def test_whoever_chose_the_same_holds_the_same_cookie(purposes):
    one, other = Client(), Client()
    for visitor in (one, other):
        choose(visitor, choice="accept")

    assert set(kept(one)) == {"embeds", "statistics"}
    assert kept(one) == kept(other)


def test_an_answer_to_other_words_is_no_answer(client, purposes):
    choose(client, choice="accept")
    client.cookies["player"] = "abc"

    CookieGroup.objects.filter(varname="embeds").update(description="Something else.")
    answer = client.get("/en/cookies/")

    assert 'value="embeds">' in answer.content.decode()
    assert 'value="statistics" checked' in answer.content.decode()
    assert answer.cookies["player"]["max-age"] == 0


def test_a_refusal_needs_no_repeating(client, purposes):
    choose(client, choice="refuse")
    CookieGroup.objects.filter(varname="embeds").update(description="Something else.")

    assert "You have not chosen yet" not in client.get("/en/cookies/").content.decode()


def test_allows_one_purpose_more(client, purposes):
    choose(client, choice="save", purpose=["statistics"])
    choose(client, choice="allow", purpose=["embeds"], surface="embed")

    assert kept(client) == versions()


GPC = {"HTTP_SEC_GPC": "1"}


def test_a_browser_that_says_no_has_refused(client, purposes):
    page = client.get("/en/cookies/", **GPC).content.decode()

    assert "Global Privacy Control" in page
    assert "checked" not in page


def test_a_choice_made_here_counts_more_than_the_signal(client, purposes):
    client.post("/en/cookies/", {"choice": "accept"}, **ORIGIN, **GPC)

    assert 'value="embeds" checked' in client.get("/en/cookies/", **GPC).content.decode()


def test_says_at_the_well_known_address_that_the_signal_is_honoured(visitor):
    answer = visitor.get("/.well-known/gpc.json")

    assert answer.json()["gpc"] is True
    assert "public" in answer["Cache-Control"]


def test_takes_no_flood_of_answers_from_one_address(client, purposes, monkeypatch):
    monkeypatch.setattr(views, "LIMIT", replace(views.LIMIT, from_one_household=2))

    answers = [choose(client, choice="refuse") for _ in range(4)]

    assert [answer.status_code for answer in answers] == [303, 303, 429, 429]
    assert "try again in a minute" in answers[-1].content.decode()
    assert Receipt.objects.count() == 2


def test_a_script_is_told_where_the_receipt_is(client, purposes):
    answer = client.post(
        "/en/cookies/", {"choice": "refuse"}, HTTP_ACCEPT="application/json", **ORIGIN
    )

    assert client.get(answer.json()["receipt"]).status_code == 200
    assert "cookie_consent" in answer.cookies
