"""What machines are told about our addresses, and what they are never told."""

from xml.etree import ElementTree

import pytest
from wagtail.models import PageViewRestriction

from coalition.demo.builders import (
    build_partner,
    build_partner_page,
    build_standard_page,
    build_story,
    home_page,
    withdraw,
)
from tests.stored import stored

pytestmark = pytest.mark.django_db

NAMES = {
    "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "x": "http://www.w3.org/1999/xhtml",
}


def read(client, address):
    answer = client.get(address)
    assert answer.status_code == 200
    return ElementTree.fromstring(answer.getvalue())  # noqa: S314 - we wrote it.


def files(client, language="en"):
    """Those that the index names for a language."""
    places = read(client, "/sitemap.xml").iterfind(".//s:loc", NAMES)
    return [place.text for place in places if f"/sitemap-{language}-" in place.text]


def addresses(client):
    places = (read(client, file).iterfind(".//s:loc", NAMES) for file in files(client))
    return [place.text for found in places for place in found]


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_the_index_names_sitemaps_for_each_language(client, language):
    assert files(client, language)


def test_a_large_site_has_several_and_no_page_is_in_none_or_in_two(client, monkeypatch):
    monkeypatch.setattr("coalition.pages.standing.KEYS_A_SITEMAP", 3)
    stories = [build_story(title=f"Story {number}") for number in range(8)]

    found = addresses(client)

    told = [address for address in found if "/story-" in address]
    assert sorted(told) == sorted(f"http://testserver{story.url}" for story in stories)
    assert len(found) == len(set(found))


def test_a_sitemap_holds_the_pages_of_its_language(client):
    build_story(title="A story")
    build_story(home_page("fr"), title="Une nouvelle")

    found = addresses(client)
    assert "http://testserver/en/" in found
    assert "http://testserver/en/news/a-story/" in found
    assert not any("nouvelle" in address for address in found)


def test_an_address_comes_with_those_of_its_translations(client):
    english = build_standard_page(title="Privacy")
    build_standard_page(home_page("fr"), title="Vie", translation_of=english)
    build_standard_page(home_page("ar"), title="Draft", translation_of=english, live=False)

    [place] = [
        place
        for file in files(client, "fr")
        for place in read(client, file).iterfind("s:url", NAMES)
        if place.findtext("s:loc", namespaces=NAMES) == "http://testserver/fr/vie/"
    ]
    alternates = {
        link.get("hreflang"): link.get("href") for link in place.iterfind("x:link", NAMES)
    }
    assert alternates == {
        "en": "http://testserver/en/privacy/",
        "fr": "http://testserver/fr/vie/",
        "x-default": "http://testserver/en/privacy/",
    }


def test_what_is_not_public_is_in_no_sitemap(client):
    build_story(title="Canary draft", live=False)
    withdraw(build_story(title="Canary withdrawn"))
    secret = build_standard_page(title="Canary section")
    build_standard_page(secret, title="Below")
    PageViewRestriction.objects.create(page=secret, restriction_type=PageViewRestriction.LOGIN)
    build_partner_page(partner=build_partner("IQ", live=False), title="Canary partner")

    found = addresses(client)
    assert not any("canary" in address for address in found)


def test_the_number_of_queries_does_not_grow_with_the_site(client, django_assert_num_queries):
    for number in range(5):
        build_story(title=f"Story {number}")
    file = files(client)[-1]
    client.get(file)

    # The newest key, theirs, the pages, and which site this is.
    with django_assert_num_queries(4):
        client.get(file)


@pytest.mark.parametrize("language", ["xx", "EN", "en-gb"])
def test_a_language_we_do_not_speak_has_no_sitemap(client, language):
    assert client.get(f"/sitemap-{language}-0.xml").status_code == 404


@pytest.mark.parametrize("number", ["00", "01", "-1", "1.5", "999999", "9" * 30])
def test_a_file_that_the_index_does_not_name_is_none(get, store, number):
    assert get("/sitemap-en-0.xml")[0] == "200 OK"
    assert get(f"/sitemap-en-{number}.xml")[0] == "404 Not Found"
    assert stored(store) == ["/sitemap-en-0.xml"]


def test_robots_may_read_all_and_are_not_told_where_the_back_office_is(client):
    lines = client.get("/robots.txt").content.decode().splitlines()

    assert "Disallow:" in lines
    assert not [line for line in lines if "admin" in line]
    assert "Sitemap: http://testserver/sitemap.xml" in lines
