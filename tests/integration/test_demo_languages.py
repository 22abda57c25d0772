"""Every language of the demo: its pages know each other, and speak nothing else."""

import re

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from coalition.pages.querysets import all_pages
from coalition.pages.translation import Translation

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]

ALTERNATE = re.compile(r'<link rel="alternate" hreflang="([^"]+)" href="http://testserver([^"]+)">')
# Of each type of page so many are read word by word: the hundredth partner says what others say.
READ_OF_EACH_TYPE = 4
OUTSIDE_THE_TREE = ["search/?q=داعش", "cookies/", "social/", "contact/", "open-data/", "nothing/"]
# What Arabic readers know by its own letters.
NAMES = {
    *("Facebook", "Telegram", "WhatsApp", "YouTube"),
    *("Atom", "CSV", "ETag", "GeoJSON", "JSON", "JavaScript", "Schema", "UTF-8"),
    *("AA", "WCAG", "CLDR", "UTC", "CC", "BY", "Natural", "Earth"),
    *("ISIL", "ISIS", "Global", "Privacy", "Control"),
    *("Big", "Buck", "Bunny", "Blender"),
}
LATIN = re.compile(r"[^\s«»()،؛]*[A-Za-z]{2,}[^\s«»()،؛]*")


def readable_pages():
    return all_pages().readable().filter(depth__gt=1).select_related("locale")


def alternates_of(client, address):
    head, _, _ = client.get(address).content.decode().partition("</head>")
    return dict(ALTERNATE.findall(head))


def test_alternates_are_mutual():
    client = Client()
    told = {page.url: alternates_of(client, page.url) for page in readable_pages()}

    for address, alternates in told.items():
        assert address in alternates.values()
        assert alternates["x-default"] == alternates["en"]
        for other in alternates.values():
            assert told[other] == alternates


def arabic_addresses():
    pages = readable_pages().filter(locale__language_code="ar").order_by("content_type", "pk")
    of_type = {}
    for page in pages:
        of_type.setdefault(page.content_type_id, []).append(page.url)
    return [address for some in of_type.values() for address in some[:READ_OF_EACH_TYPE]]


def foreign_words(html):
    """In Latin letters, but no name, address or handle, and not marked as of another language."""
    page = BeautifulSoup(html, "html.parser")
    for element in page.select("script, style, code, pre, bdi"):
        element.extract()
    for text in page.find_all(string=True):
        marked = text.find_parent(attrs={"lang": True})
        if marked and marked["lang"] == "ar":
            yield from (word.strip(".,:") for word in LATIN.findall(text))


def test_arabic_pages_are_written_in_arabic():
    client = Client()

    addresses = [*arabic_addresses(), *(f"/ar/{address}" for address in OUTSIDE_THE_TREE)]
    found = {
        word: address
        for address in addresses
        for word in foreign_words(client.get(address).content)
        if word not in NAMES and not re.search(r"[@#./]", word)
    }
    assert found == {}


def test_no_translation_of_the_demo_is_behind():
    assert not Translation.objects.behind().exists()
    assert Translation.objects.exists()
