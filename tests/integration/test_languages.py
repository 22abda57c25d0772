"""Which language a reader meets: at the door, and where nothing was found."""

import pytest
from django.conf import settings
from django.template.loader import render_to_string
from django.test import Client

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("accepted", "language"),
    [
        ("fr", "fr"),
        ("ar-IQ,ar;q=0.9,en;q=0.8", "ar"),
        ("de,fr;q=0.5", "fr"),
        ("de", "en"),
        ("*", "en"),
        ("", "en"),
        ("fr;q=notanumber", "en"),
        (";;;,,,=q", "en"),
        ("x" * 5000, "en"),
        ("fr-" + "x" * 600, "en"),
    ],
)
def test_the_door_leads_to_the_language_of_the_browser(client, accepted, language):
    answer = client.get("/", headers={"accept-language": accepted})

    assert answer.status_code == 302
    assert answer["Location"] == f"/{language}/"


@pytest.mark.parametrize(
    ("saved", "language"), [("ar", "ar"), ("xx", "fr"), ("x" * 600, "fr"), ("../admin", "fr")]
)
def test_a_saved_language_comes_before_that_of_the_browser(client, saved, language):
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = saved

    answer = client.get("/", headers={"accept-language": "fr"})
    assert answer["Location"] == f"/{language}/"


def test_the_door_is_kept_by_no_cache(client):
    answer = client.get("/")

    assert answer["Cache-Control"] == "private, no-store"
    assert not answer.cookies


@pytest.mark.parametrize(
    ("address", "language"),
    [
        ("/fr/rien/", "fr"),
        ("/ar/nothing.php", "ar"),
        ("/en/social/?before=nonsense", "en"),
        ("/de/", "fr"),
        ("/wp-login.php", "fr"),
        ("/sitemap-xx.xml", "fr"),
    ],
)
def test_what_is_not_there_says_so_in_the_language_of_the_reader(client, address, language):
    answer = client.get(address, headers={"accept-language": "fr"})

    assert answer.status_code == 404
    assert f'<html lang="{language}"' in answer.content.decode()


def test_what_is_not_there_can_be_searched_for(client):
    page = client.get("/en/nothing/").content.decode()

    assert 'class="error-page__search search-form search-form--large"' in page
    assert 'action="/en/search/"' in page
    assert 'href="/fr/" hreflang="fr"' in page
    assert "Not yet in" not in page


def test_an_address_nobody_can_read_is_refused_in_every_language(client):
    answer = client.get("/en/%01/")

    assert answer.status_code == 400
    for words in ("We cannot read this address", "Cette adresse est illisible", "العنوان"):
        assert words in answer.content.decode()


def test_an_error_of_ours_is_told_without_the_database(django_assert_num_queries):
    with django_assert_num_queries(0):
        page = render_to_string("500.html")

    for words in ("Something went wrong here", "Une erreur", "حدث خطأ"):
        assert words in page


def test_what_nobody_may_see_is_refused_in_the_language_of_the_reader(rf):
    assert "You may not see this page" in render_to_string("403.html", request=rf.get("/en/"))


def test_a_failure_shows_our_page(monkeypatch):
    monkeypatch.setattr("coalition.social.views.Stretch", None)

    answer = Client(raise_request_exception=False).get("/en/social/")

    assert answer.status_code == 500
    assert "Something went wrong here" in answer.content.decode()
