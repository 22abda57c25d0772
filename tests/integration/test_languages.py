"""Which language a reader meets: at the door, and where nothing was found."""

import pytest
from django.conf import settings
from django.template.loader import render_to_string

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
        ("/sitemap-xx-0.xml", "fr"),
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


def test_what_nobody_may_see_is_refused_in_the_language_of_the_reader(rf):
    assert "You may not see this page" in render_to_string("403.html", request=rf.get("/en/"))
