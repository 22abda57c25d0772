"""The page on cookies: where it leads, what it refuses, and which signal it honours."""

from dataclasses import replace
from time import time
from urllib.parse import urlencode

import pytest
from django.test import Client

from coalition.consent import views
from coalition.consent.models import Receipt
from coalition.delivery import limits
from coalition.delivery.models import Tally
from coalition.demo.builders import build_site_texts, build_standard_page
from tests.consenting import ORIGIN, choose
from tests.reading import links, parsed, texts

pytestmark = pytest.mark.django_db

BACK = "Back to the page you came from"


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


@pytest.mark.parametrize(("choice", "status"), [("save", 429), ("maybe", 400)])
def test_keeps_what_was_ticked_when_it_takes_no_answer(
    client, purposes, monkeypatch, choice, status
):
    choose(client, choice="save", purpose=["embeds"])
    monkeypatch.setattr(views, "LIMIT", replace(views.LIMIT, from_everybody=0))

    answer = choose(client, choice=choice, surface="page", purpose=["statistics"])

    assert answer.status_code == status
    ticked = parsed(answer).select("input[name=purpose][checked]")
    assert [box["value"] for box in ticked] == ["statistics"]


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


@pytest.fixture
def one_minute(monkeypatch):
    """The next, however long the test takes; under which name all answers of it are counted."""
    soon = time() + views.LIMIT.seconds
    monkeypatch.setattr(limits, "time", lambda: soon)
    return f"{views.LIMIT.name}:{int(soon) // views.LIMIT.seconds}"


def test_one_visitor_leaves_no_more_than_thirty_receipts_a_minute(client, purposes, one_minute):
    answers = [choose(client, choice="refuse").status_code for _ in range(33)]

    assert answers == [303] * 30 + [429] * 3
    assert Receipt.objects.count() == 30
    assert Tally.objects.count() == 3


def test_all_together_leave_no_more_than_twelve_hundred(client, purposes, one_minute):
    choose(client, choice="refuse")
    Tally.objects.filter(name=one_minute).update(number=1_199)

    taken, refused = (
        choose(Client(REMOTE_ADDR=address), choice="refuse")
        for address in ("192.0.2.1", "198.51.100.1")
    )

    assert (taken.status_code, refused.status_code) == (303, 429)
    assert "try again in a minute" in refused.content.decode()
    assert Receipt.objects.count() == 2


def test_a_script_is_told_where_the_receipt_is(client, purposes):
    answer = client.post(
        "/en/cookies/", {"choice": "refuse"}, HTTP_ACCEPT="application/json", **ORIGIN
    )

    assert client.get(answer.json()["receipt"]).status_code == 200
    assert "cookie_consent" in answer.cookies
