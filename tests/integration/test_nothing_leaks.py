"""What is not public is nowhere: every public address is asked, in every language."""

import re

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse
from django.utils.translation import override
from wagtail.models import Page

from coalition.delivery.light.choice import LATER, PARAMETER
from coalition.delivery.store.parameters import heard
from coalition.delivery.store.response import PARAMETERS
from coalition.media.models import DocumentFile, Picture, Rendition
from tests.public_addresses import public_names
from tests.secrets import CANARY, LANGUAGES, plant_secrets, secret_files, translate_a_secret

# Public addresses by the names of their patterns: with what to ask them, once or in each language.
ONCE = {
    "choose_language": [""],
    "robots": [""],
    "gpc": [""],
    "security_txt": [""],
    "sitemap_index": [""],
    "partners_json": ["", "?as_of=2020-05-31"],
    "partners_csv": ["", "?as_of=2020-05-31"],
    "partners_geojson": [""],
    "partners_schema": [""],
    "openapi": [""],
    "partners_counter_svg": [""],
    "partners_map_svg": [""],
}
IN_EACH_LANGUAGE = {
    "busy": [""],
    "search": ["", f"?q={CANARY}", "?q=story", "?q=story&year=2020", "?q=story&kind=document"],
    "cookies": [""],
    "genuine": [""],
    "gallery": [""],
    "social_posts": ["", "?account=coalition"],
    "social_posts_feed": [""],
    "open_data": [""],
    "membership_changes": [""],
    "partners_counter": [""],
    "message_sent": [""],
}
# Asked by tests of their own below, or answers nothing that was stored.
ELSEWHERE = {
    "sitemap",
    "json_feed",
    "wagtail_serve",
    "wagtaildocs_serve",
    "public_media",
    "closed_picture",
    # Take forms, and answer none of what is stored.
    "send_message",
    "violations",
    # Shared passwords are off.
    "wagtaildocs_authenticate_with_password",
    "wagtailcore_authenticate_with_password",
    "wagtailcore_login",
}
WAYS = [
    *("private", "closed", "closedlater", "child", "below", "belowalias", "moved"),
    *("draft", "edited", "expired", "scheduled", "promoted", "file"),
]
FILTERS = ["", "?kind=news", "?year=2020", "?partner=fr", "?topic=health", "?before=2020-06-01-1"]

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("values_are_kept")]


@pytest.fixture(scope="module")
def secrets(for_the_file):
    """The addresses of what is not public."""
    return plant_secrets()


def told_at(*addresses):
    """Which of these addresses say anything of it, or nothing at all because they fail."""
    answers = [each for address in addresses for each in answers_at(address)]
    files = secret_files()
    telling = []
    for address, answer in answers:
        said = answer.getvalue().decode(errors="replace") + str(dict(answer.headers))
        is_told = CANARY in said.replace(address, "").lower() or any(name in said for name in files)
        if is_told or answer.status_code >= 500:
            telling.append(f"{address}: {answer.status_code}")
    return telling


def answers_at(address):
    """With its pictures and without them, where it comes in both ways."""
    answer = Client().get(address)
    yield address, answer
    if PARAMETER in heard(answer.headers.get(PARAMETERS, "")):
        yield address, Client().get(f"{address}{'&' if '?' in address else '?'}{PARAMETER}={LATER}")


def asked(name, language="en"):
    with override(language):
        return reverse(name)


def test_every_public_address_is_asked():
    known = {*ONCE, *IN_EACH_LANGUAGE, *ELSEWHERE}

    assert sorted(public_names() - known) == []


@pytest.mark.parametrize("name", ONCE)
def test_machines_are_told_nothing(secrets, name):
    assert told_at(*(asked(name) + query for query in ONCE[name])) == []


@pytest.mark.parametrize("name", IN_EACH_LANGUAGE)
@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_of_our_own_tell_nothing(secrets, name, language):
    asking = (query for query in IN_EACH_LANGUAGE[name])
    # A search repeats what was asked.
    found = [query for query in asking if f"q={CANARY}" not in query]

    assert told_at(*(asked(name, language) + query for query in found)) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_search_for_it_finds_nothing(secrets, language):
    for state in WAYS:
        answer = Client().get(asked("search", language), {"q": f"{CANARY}{state}{language}"})

        page = BeautifulSoup(answer.content, "html.parser")
        assert page.select(".results li, .results h3, .promoted") == []
        # Nor does it offer to mend one's spelling by a secret word.
        assert not [link for link in page.select("main a") if CANARY in link["href"].lower()]


@pytest.mark.parametrize("language", LANGUAGES)
def test_sitemaps_tell_nothing(secrets, language):
    assert told_at(reverse("sitemap", args=[language, 0])) == []


def test_no_public_page_tells_anything(secrets):
    pages = Page.objects.live().public().exclude(depth=1).specific()
    hidden = set(secrets)

    assert told_at(*(page.url for page in pages if page.url not in hidden)) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("below", ["", "feed/", "feed/json/", "feed.json"])
@pytest.mark.parametrize("narrowed", FILTERS)
def test_lists_and_feeds_tell_nothing(secrets, language, below, narrowed):
    assert told_at(f"/{language}/news/{below}{narrowed}") == []


def test_its_own_address_tells_nothing(secrets):
    answers = [Client().get(address) for address in secrets if address]

    assert {answer.status_code for answer in answers} == {404}
    assert told_at(*filter(None, secrets)) == []


def test_errors_tell_nothing(secrets):
    assert told_at(*(f"/{language}/nowhere/" for language in LANGUAGES)) == []


def test_originals_of_its_pictures_are_nobodys(secrets):
    originals = [picture.file.url for picture in Picture.objects.all()]

    assert {Client().get(address).status_code for address in originals} == {404}


def test_nobody_guesses_where_its_files_are(secrets):
    by_chance = re.compile(r"(\w+/[\w-]{22}\.\w+|documents/[\w-]{22}/report\.txt)")

    assert [name for name in secret_files() if not by_chance.fullmatch(name)] == []


def test_a_picture_of_a_closed_shelf_is_nobodys(secrets):
    cuts = Rendition.objects.filter(image__title__startswith=f"{CANARY}closedpicture")

    assert cuts
    assert {Client().get(rendition.url).status_code for rendition in cuts} == {404}


def test_a_document_of_a_closed_shelf_is_nobodys(secrets):
    closed = DocumentFile.objects.get(title__startswith=f"{CANARY}closedfile")

    answer = Client().get(closed.url)

    assert answer.status_code == 404
    assert "public" not in answer.get("Cache-Control", "")


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_a_translation_says_nothing_of_its_private_source(secrets, language):
    english, told = translate_a_secret(language)

    home, sitemap = f"/{language}/", f"/sitemap-{language}-0.xml"
    assert told_at(told.url, home, f"{home}news/", sitemap) == []
    assert english.url not in Client().get(told.url).content.decode()
