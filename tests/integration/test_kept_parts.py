"""Parts of pages that a process keeps: as fresh as all else, whoever has changed what they show."""

from datetime import timedelta

import pytest
from django.core.cache.backends.locmem import LocMemCache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from coalition.delivery.kept import kept
from coalition.delivery.tags import fresh_until
from coalition.demo.builders import (
    build_menu,
    build_partner,
    build_partner_page,
    build_story,
    home_page,
    publish_page,
)
from coalition.sitewide.models import Menu
from tests.costs import parts_made_anew

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("values_are_kept")]

PAGES = ["/en/", "/en/news/", "/en/news/?kind=news", "/en/news/mosul/"]
OTHER_PAGES = [
    *("/fr/", "/ar/", "/en/?pictures=later", "/en/news/?kind=statement", "/en/news/?kind=nothing"),
    *(
        "/en/news/raqqa/",
        "/en/partners/",
        "/en/partners/iq/",
        "/en/cookies/",
        "/en/search/?q=mosul",
    ),
]
# The way to the page 1 · the page 1.
QUERIES = 2


@pytest.fixture
def in_process(monkeypatch):
    """From here on, what this one has kept for itself is found, and nothing of the others."""
    processes = {}

    def enter(name):
        values = processes.setdefault(name, LocMemCache(f"kept by {name}", {}))
        monkeypatch.setattr("coalition.delivery.kept.values", values)

    yield enter
    for values in processes.values():
        values.clear()


def changed(page, **fields):
    vars(page).update(fields)
    publish_page(page)


CHANGES = {
    "/en/": lambda story: changed(story, title="Changed"),
    "/en/news/": lambda story: build_story(story.get_parent(), title="Changed"),
    "/en/news/?kind=news": lambda story: changed(story, title="Changed"),
    "/en/news/raqqa/": lambda story: changed(story, title="Changed"),
    "/en/partners/": lambda story: build_menu("en", links=[{"label": "Changed", "address": "/"}]),
}


@pytest.mark.parametrize("address", CHANGES)
def test_what_one_process_has_changed_another_shows(
    visitor, in_process, django_capture_on_commit_callbacks, address
):
    story = build_story(title="Mosul", date="2020-05-01")
    build_story(story.get_parent(), title="Raqqa", date="2020-06-01")
    build_partner_page(partner=build_partner("IQ"))
    in_process("the first")
    assert "Changed" not in visitor.get(address).content.decode()

    in_process("the second")
    with django_capture_on_commit_callbacks(execute=True):
        CHANGES[address](story)

    in_process("the first")
    assert "Changed" in visitor.get(address).content.decode()


def test_no_page_shows_what_is_only_right_on_another(visitor):
    story = build_story(title="Mosul", date="2020-05-01")
    iraq = build_partner("IQ")
    build_partner_page(partner=iraq, slug="iq")
    build_story(story.get_parent(), title="Raqqa", date="2020-06-01", partners=[iraq])
    # The footer says of them that the reader is there.
    links = [{"page": story}, {"page": story.get_parent()}]
    build_menu("en", place=Menu.Place.FOOTER, links=links)
    addresses = [*PAGES, *OTHER_PAGES]
    with parts_made_anew():
        right = {address: visitor.get(address).content for address in addresses}

    shown = {address: visitor.get(address).content for address in addresses}

    assert [address for address in addresses if shown[address] != right[address]] == []


@pytest.mark.parametrize("address", PAGES)
def test_what_is_known_of_a_page_is_not_asked_again(visitor, address):
    build_story(title="Mosul", date="2020-05-01")
    visitor.get(address)

    with CaptureQueriesContext(connection) as captured:
        visitor.get(address)

    assert len(captured) == QUERIES


def test_a_preview_shows_what_nobody_has_saved(visitor, rf):
    home = home_page()
    visitor.get("/en/")
    home.introduction = "<p>Not yet</p>"

    preview = home.make_preview_request(rf.get("/"), home.default_preview_mode)

    assert "Not yet" in preview.content.decode()


def test_nothing_is_kept_longer_than_it_is_true():
    numbers = iter(range(2))

    def number_of_a_moment():
        fresh_until(timezone.now() - timedelta(seconds=1))
        return next(numbers)

    assert kept("number", number_of_a_moment) != kept("number", number_of_a_moment)
