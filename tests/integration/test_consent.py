"""What a visitor agreed to: asked plainly, kept exactly, never assumed."""

from runpy import run_path

import pytest
from cookie_consent.middleware import CleanCookiesMiddleware
from cookie_consent.models import CookieGroup
from django.conf import settings
from django.test import Client

from coalition import wsgi
from coalition.consent.registry import versions
from tests.consenting import choose, kept
from tests.stored import stored

pytestmark = pytest.mark.django_db

HALF_A_YEAR = 182 * 24 * 60 * 60


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


@pytest.mark.usefixtures("connection_stays_open")
def test_a_refused_purpose_loses_its_cookies_where_the_page_is_stored(rf, store, purposes):
    site = run_path(wsgi.__file__)["application"]

    def cookies_set(brought):
        environ = rf.get("/en/", headers={"Host": "testserver", "Cookie": brought}).environ
        said = []
        site(environ, lambda status, headers, exc_info=None: said.extend(headers))
        return [value.strip() for name, value in said if name == "Set-Cookie"]

    assert cookies_set("cookie_consent=statistics=-1") == []
    assert stored(store) == ["/en/"]
    (cleared,) = cookies_set("counter=abc; cookie_consent=statistics=-1")

    assert cleared.startswith("counter=")
    assert "Max-Age=0" in cleared


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
