"""Every page of the demo, as a visitor gets it."""

import re
from urllib.parse import urlsplit

import pytest
from django.test import Client

from coalition.consent.models import CookieTexts
from coalition.demo.content import LANGUAGES
from partners.counted_cards import redraw
from tests.reading import parsed, paths_in_sitemaps, words

pytestmark = pytest.mark.django_db

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


def test_no_page_sets_a_cookie_or_names_a_host_that_the_registry_does_not(demo, language):
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


def test_every_surface_tells_the_same_number_of_partners(demo, language, visitor):
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


def test_the_notice_never_takes_silence_for_a_yes(demo, language, visitor):
    notice = parsed(visitor.get(f"/{language}/")).find("consent-bar")

    assert words(notice)
    assert not SAYS_THAT_SILENCE_IS_YES.search(words(notice))
