"""One story more makes a handful of addresses cold, in an archive of any size."""

from types import SimpleNamespace

import pytest
from django.core.cache import cache
from django.test import Client

from bench.stories import fill_to
from coalition.delivery import changes
from coalition.delivery.store.address import Address
from coalition.demo.builders import (
    build_about_page,
    build_campaign,
    build_line_of_effort,
    build_news_index,
    build_partner,
    build_partner_index,
    build_partner_page,
    build_story,
    build_topic,
    home_page,
)
from coalition.pages import standing
from coalition.pages.querysets import all_pages
from news.models import StoryPage
from tests.edited_site import OPEN_DATA, sitemaps

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("values_are_kept")]

# The front page; the list of stories with its two feeds, and those of a topic and of a partner with
# one; the pages of that partner, of a line of effort and of a campaign; the story before it; and
# the file of the sitemap where it stands.
COLD = 13
PARTNERS = {"IQ": "middle-east", "TD": "africa", "FR": "europe", "JO": "middle-east"}


def plant_archive(number):
    """So many stories, of which every fourth shares its topic and partners with any other."""
    site = SimpleNamespace(news=build_news_index())
    site.topics = [build_topic(f"Topic {n}", slug=f"topic-{n}") for n in range(4)]
    site.partners = [build_partner(code, region=PARTNERS[code]) for code in PARTNERS]
    index = build_partner_index()
    pages = [build_partner_page(index, partner=partner) for partner in site.partners]
    site.line, site.campaign = build_line_of_effort(build_about_page()), build_campaign()
    for number_of_kind, (topic, partner) in enumerate(zip(site.topics, site.partners, strict=True)):
        build_story(
            site.news,
            title=f"Pattern {number_of_kind}",
            topics=[topic],
            partners=[partner],
            lines_of_effort=[site.line],
            campaign=site.campaign,
        )
    fill_to(number)
    site.pages = [home_page(), site.news, index, *pages, site.line, site.campaign]
    return site


def addresses(site):
    """Of every list with its feeds, of pages deep in the archive, and of stories old and new."""
    news = site.news.url
    partners = [partner.public_id for partner in site.partners]
    lists = [f"topic=topic-{n}" for n in range(4)] + [f"partner={key}" for key in partners]
    newest_first = list(StoryPage.objects.newest_first())
    ends_of_pages = [story.place_in_lists for story in newest_first[9:-1:10]]
    some = [*newest_first[:12], *newest_first[12 :: len(newest_first) // 8]]
    return [
        *(page.url for page in site.pages),
        *(f"{news}{feed}" for feed in ("feed/", "feed/json/")),
        *(f"{news}{feed}?{chosen}" for feed in ("", "feed/") for chosen in lists),
        *(f"{news}?before={end}" for end in (*ends_of_pages[:6], *ends_of_pages[-2:])),
        *(f"{news}?before={ends_of_pages[number]}&{lists[1]}" for number in (0, 2, -1)),
        *(story.url for story in some),
        *OPEN_DATA,
        *sitemaps(),
    ]


@pytest.mark.parametrize("number", [100, 1000])
def test_a_new_story_makes_few_addresses_cold_and_all_of_them_have_changed(
    get, store, django_capture_on_commit_callbacks, monkeypatch, number
):
    site = plant_archive(number)
    monkeypatch.setattr(standing, "KEYS_A_SITEMAP", length_of_sitemaps())
    known = addresses(site)
    before = {address: get(address)[1] for address in known}
    changes.taken()
    assert all(is_stored(store, address) for address in known)

    with django_capture_on_commit_callbacks(execute=True):
        publish_one_more(site)

    cold = {address for address in known if not is_stored(store, address)}
    cache.clear()
    now = {address: Client().get(address).content.decode() for address in known}
    assert cold == {address for address in known if before[address] != now[address]}
    assert len(cold) == COLD


def length_of_sitemaps():
    """Of several files, of which the next page begins no other."""
    newest = all_pages().latest("pk").pk
    return next(length for length in range(40, 50) if (newest + 1) % length)


def publish_one_more(site):
    build_story(
        site.news,
        title="One more",
        date="2020-06-15",
        topics=[site.topics[1]],
        partners=[site.partners[1]],
        lines_of_effort=[site.line],
        campaign=site.campaign,
    )


def is_stored(store, address):
    path, _, query = address.partition("?")
    parameters = dict.fromkeys(pair.partition("=")[0] for pair in query.split("&"))
    return store.find(Address("testserver", path, query).narrowed_to(parameters)) is not None
