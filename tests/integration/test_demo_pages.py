"""Every page of the demo, as a visitor gets it, in every language."""

import re
from urllib.parse import urlsplit

import pytest
from django.test import Client

from coalition.consent.models import CookieTexts
from coalition.demo.content import LANGUAGES
from coalition.pages.querysets import all_pages
from coalition.pages.row_translation import RowTranslation
from coalition.pages.translation import Translation
from partners.counted_cards import redraw
from tests.reading import parsed, paths_in_sitemaps, words
from tests.spoken import foreign_words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo", "values_are_kept")]

COUNTED = {"en": "82 partners", "fr": "82 partenaires", "ar": "82 شريكًا"}
# What a browser fetches by itself, and by which attribute.
FETCHED = {
    "audio": "src",
    "iframe": "src",
    "img": "src",
    "script": "src",
    "source": "srcset",
    "video": "src",
}
LINKS_FETCHED = {"icon", "manifest", "preload", "stylesheet", "apple-touch-icon"}
# Whose players pages may show, and how the registry calls who sets their cookies.
PROVIDERS = {"www.youtube-nocookie.com": "YouTube", "player.vimeo.com": "Vimeo"}
ALTERNATE = re.compile(r'<link rel="alternate" hreflang="([^"]+)" href="http://testserver([^"]+)">')
# Of each type of page so many are read word by word: the hundredth partner says what others say.
READ_OF_EACH_TYPE = 4
OUTSIDE_THE_TREE = ["search/?q=2020", "cookies/", "social/", "contact/", "open-data/", "nothing/"]


def addresses(language):
    found = paths_in_sitemaps(lambda address: Client().get(address).content.decode(), language)
    others = ["search/?q=2020", "cookies/", "genuine/", "social/"]
    return [*found, *(f"/{language}/{address}" for address in others)]


@pytest.fixture(params=LANGUAGES)
def language(request):
    return request.param


def hosts_in_the_registry():
    named = " ".join(CookieTexts.objects.values_list("provider", flat=True))
    return {host for host, provider in PROVIDERS.items() if provider in named}


def hosts_asked_by(page):
    """Hosts of all that a browser loads to show a page, whether at once or after a yes."""
    found = [
        part.split()[0]
        for tag, attribute in FETCHED.items()
        for element in page.find_all(tag)
        for part in (element.get(attribute) or "").split(",")
        if part.strip()
    ]
    found += [link["href"] for link in page.find_all("link") if LINKS_FETCHED & set(link["rel"])]
    return {urlsplit(address).hostname for address in found} - {None, "testserver"}


def test_no_page_sets_a_cookie_or_names_a_host_that_the_registry_does_not(language):
    visitor, known = Client(), hosts_in_the_registry()
    for address in addresses(language):
        answer = visitor.get(address)

        assert answer.status_code == 200, address
        assert not answer.cookies, address
        page = parsed(answer)
        assert hosts_asked_by(page) <= known, address
        outside_templates = [
            each for each in page.find_all("iframe") if not each.find_parent("template")
        ]
        assert outside_templates == [], address


def test_every_surface_tells_the_same_number_of_partners(language, visitor):
    # Cards are drawn once a transaction has come true; the demo's never does here.
    redraw()
    home = parsed(visitor.get(f"/{language}/"))
    menu = {words(link): link["href"] for link in home.select(".nav__link")}
    about, index = [parsed(visitor.get(address)) for address in list(menu.values())[:2]]

    assert COUNTED[language] in words(home.main)
    assert COUNTED[language] in words(about.main)
    assert words(index.h1) == COUNTED[language]
    assert COUNTED[language] in words(index.select_one(".atlas figcaption"))
    assert index.select_one('meta[property="og:image:alt"]')["content"] == COUNTED[language]
    assert COUNTED[language] in visitor.get(f"/{language}/open-data/counter/").content.decode()
    assert visitor.get("/api/partners.json").json()["count"] == 82
    feed = visitor.get(f"/{language}/open-data/changes.atom").content.decode()
    assert len(re.findall(r"<entry>.*?82.*?</entry>", feed, re.DOTALL)) >= 1


SAYS_THAT_SILENCE_IS_YES = re.compile(
    r"assum|by continuing|by using this|opt.out|en poursuivant|en continuant|présum|"
    r"بمتابعة|باستمرارك|نفترض|إلغاء الاشتراك",
    re.IGNORECASE,
)


def test_the_notice_never_takes_silence_for_a_yes(language, visitor):
    notice = parsed(visitor.get(f"/{language}/")).find("consent-bar")

    assert words(notice)
    assert not SAYS_THAT_SILENCE_IS_YES.search(words(notice))


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
