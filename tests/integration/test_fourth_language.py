"""A language more is one setting and one command; a language less breaks nothing."""

from io import StringIO

import cookie_consent.conf  # noqa: F401 - its defaults have to come before any override.
import pytest
from django.conf import settings as site
from django.core.management import call_command
from django.urls import reverse
from wagtail.models import Page

from coalition.demo.builders import (
    build_menu,
    build_partner,
    build_partner_index,
    build_standard_page,
    build_story,
    home_page,
)
from coalition.home.models import HomePage
from coalition.pages.translation import Translation
from tests.reading import parsed, paths_in_sitemaps

pytestmark = pytest.mark.django_db

SPANISH = ("es", "Spanish")
KURDISH = ("ckb", "Kurdish")


@pytest.fixture
def speak(settings):
    def set_languages(*languages):
        settings.LANGUAGES = settings.WAGTAIL_CONTENT_LANGUAGES = list(languages)

    return set_languages


@pytest.fixture(params=[(SPANISH, "ltr"), (KURDISH, "rtl")], ids=["es", "ckb"])
def planted(request, speak):
    """The code and the direction of a fourth language, planted beside a small site."""
    language, direction = request.param
    build_partner("IQ")
    build_partner_index()
    build_story()
    speak(*site.LANGUAGES, language)
    call_command("plant_languages", stdout=StringIO())
    return language[0], direction


def test_its_tree_begins_with_what_is_to_be_translated(planted):
    code, _ = planted
    home = HomePage.objects.get(locale__language_code=code)

    assert home.live
    assert {page.slug for page in home.get_children()} == {"news", "partners"}
    assert not home.get_children().live().exists()
    assert Translation.objects.filter(page__in=home.get_children()).count() == 2


def test_planting_twice_plants_once(planted):
    before = Page.objects.count()

    call_command("plant_languages", stdout=StringIO())
    assert Page.objects.count() == before


@pytest.mark.parametrize(
    "address", ["", "partners/", "news/", "search/?q=iraq", "cookies/", "social/", "nothing/"]
)
def test_its_readers_can_walk_the_site(client, planted, address):
    code, direction = planted
    for section in home_page(code).get_children():
        section.specific.save_revision().publish()

    page = parsed(client.get(f"/{code}/{address}")).html
    assert (page["lang"], page["dir"]) == (code, direction)
    switch = page.select(".language-switch__link")
    assert [link["hreflang"] for link in switch] == ["en", "fr", "ar", code]


def test_the_door_and_the_sitemap_know_it(client, planted):
    code, _ = planted

    assert client.get("/", headers={"accept-language": code})["Location"] == f"/{code}/"
    found = paths_in_sitemaps(lambda address: client.get(address).content.decode(), code)
    assert f"/{code}/" in found


@pytest.mark.usefixtures("one_sitemap")
def test_a_language_that_was_given_up_is_offered_nowhere(client, speak):
    english = build_standard_page(title="Privacy")
    build_standard_page(home_page("fr"), title="Vie", translation_of=english)
    speak(*(language for language in site.LANGUAGES if language[0] != "fr"))

    assert 'hreflang="fr"' not in client.get(english.url).content.decode()
    assert "/fr/" not in client.get("/sitemap-en-0.xml").getvalue().decode()
    assert client.get("/fr/vie/").status_code == 404


def test_a_language_that_was_given_up_still_opens_in_the_back_office(admin_client, speak):
    english = build_standard_page(title="Privacy")
    french = build_standard_page(home_page("fr"), title="Vie", translation_of=english)
    menu = build_menu("fr", heading="Aide", translation_of=build_menu(heading="Help"))
    speak(*(language for language in site.LANGUAGES if language[0] != "fr"))

    for address in [
        reverse("wagtailadmin_explore_root"),
        reverse("wagtailadmin_pages:edit", args=[english.pk]),
        reverse("wagtailadmin_pages:edit", args=[french.pk]),
        reverse("wagtailsnippets_sitewide_menu:edit", args=[menu.pk]),
        reverse("translations"),
        reverse("row_translations"),
    ]:
        assert admin_client.get(address).status_code == 200, address
