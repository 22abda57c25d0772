"""Every language of the demo: its pages know each other, and speak nothing else."""

import re

import pytest
from django.test import Client

from coalition.pages.querysets import all_pages
from coalition.pages.row_translation import RowTranslation
from coalition.pages.translation import Translation
from tests.spoken import foreign_words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]

ALTERNATE = re.compile(r'<link rel="alternate" hreflang="([^"]+)" href="http://testserver([^"]+)">')
# Of each type of page so many are read word by word: the hundredth partner says what others say.
READ_OF_EACH_TYPE = 4
OUTSIDE_THE_TREE = ["search/?q=2020", "cookies/", "social/", "contact/", "open-data/", "nothing/"]


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


def addresses_in(language):
    pages = readable_pages().filter(locale__language_code=language).order_by("content_type", "pk")
    of_type = {}
    for page in pages:
        of_type.setdefault(page.content_type_id, []).append(page.url)
    found = [address for some in of_type.values() for address in some[:READ_OF_EACH_TYPE]]
    return [*found, *(f"/{language}/{address}" for address in OUTSIDE_THE_TREE)]


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_pages_are_written_in_their_language(language):
    client = Client()

    found = {
        word: address
        for address in addresses_in(language)
        for word in foreign_words(client.get(address).content, language)
    }
    assert found == {}


def test_no_translation_of_the_demo_is_behind():
    assert not Translation.objects.behind().exists()
    assert Translation.objects.exists()
    assert RowTranslation.objects.exists()
    assert not [row for row in RowTranslation.objects.all() if row.is_behind(row.source)]
