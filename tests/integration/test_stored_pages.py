"""Which of the site's own pages are stored, and what makes them count no longer."""

import pytest
from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished, request_started
from django.db import OperationalError, close_old_connections
from django.test import RequestFactory
from wagtail.models import PageViewRestriction

from coalition.delivery.store.door import StoredPages
from coalition.delivery.store.site import forget_pages, is_known, shelf
from coalition.demo.builders import (
    build_partner_index,
    build_story,
    home_page,
    publish_page,
    withdraw,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def store(tmp_path, monkeypatch):
    monkeypatch.setattr(settings, "PAGE_STORE", str(tmp_path))
    return shelf(str(tmp_path))


@pytest.fixture
def connection_stays_open():
    """The end of a request closes connections, and with it would go the test's own database."""
    signals = (request_started, request_finished)
    for signal in signals:
        signal.disconnect(close_old_connections)
    yield
    for signal in signals:
        signal.connect(close_old_connections)


@pytest.fixture
def get(store, connection_stays_open):
    """Ask as a browser does, through the door; its status, words and headers."""
    door = StoredPages(WSGIHandler(), store, is_known)

    def ask(address, **headers):
        said = []
        environ = RequestFactory(headers=headers).get(address).environ
        environ.setdefault("HTTP_HOST", "testserver")
        body = door(environ, lambda status, headers, exc=None: said.append((status, dict(headers))))
        status, headers = said[0]
        return status, b"".join(body).decode(), headers

    return ask


def stored(store):
    root = store.current / "testserver"
    return sorted(f"/{entry.parent.relative_to(root)}/" for entry in root.glob("**/entry.json"))


def test_pages_are_stored(get, store):
    story, partners = build_story(), build_partner_index(slug="partners")

    for address in ("/en/", story.url, story.get_parent().url, partners.url):
        get(address)

    assert stored(store) == sorted(["/en/", "/en/news/", story.url, "/en/partners/"])


@pytest.mark.parametrize(
    "address",
    ["/en/search/?q=mosul", "/en/cookies/", "/admin/login/", "/en/nothing/", "/", "/healthz"],
)
def test_is_not_stored(get, store, address):
    get(address)

    assert stored(store) == []


def test_a_private_page_is_not_stored(get, store):
    story = build_story()
    PageViewRestriction.objects.create(page=story, restriction_type=PageViewRestriction.LOGIN)

    assert get(story.url)[0].startswith("302")
    assert stored(store) == []


def test_filters_are_stored_and_strangers_words_dropped(get, store):
    build_story(kind="statement")
    get("/en/news/")

    for number in range(10):
        get(f"/en/news/?kind=statement&utm_source={number}")

    assert len(stored(store)) == 2


def test_a_publication_shows_at_once(get, django_capture_on_commit_callbacks):
    story = build_story(title="First words")
    assert "First words" in get(story.url)[1]

    story.title = "Second words"
    with django_capture_on_commit_callbacks(execute=True):
        publish_page(story)

    assert "Second words" in get(story.url)[1]


@pytest.mark.parametrize(
    "take_away",
    [
        withdraw,
        lambda story: story.unpublish(),
        lambda story: story.delete(),
        lambda story: PageViewRestriction.objects.create(page=story, restriction_type="login"),
    ],
    ids=["withdrawn", "unpublished", "deleted", "private"],
)
def test_what_was_taken_away_does_not_come_back_in_an_outage(
    get, store, monkeypatch, django_capture_on_commit_callbacks, take_away
):
    story = build_story(title="Not for long")
    get(story.url)
    with django_capture_on_commit_callbacks(execute=True):
        take_away(story)
    monkeypatch.setattr("coalition.pages.routing.route", out_of_order)

    assert "Not for long" not in get(story.url)[1]


def out_of_order(*args):
    raise OperationalError("the database is down")


def test_a_draft_leaves_the_pages_alone(get, store, django_capture_on_commit_callbacks):
    get("/en/")

    with django_capture_on_commit_callbacks(execute=True):
        home = home_page()
        home.title = "Not yet"
        home.save_revision()

    assert stored(store) == ["/en/"]


def test_somebody_signed_in_is_shown_nothing_stored(get, store):
    get("/en/", Cookie="session=abc")
    assert stored(store) == []

    get("/en/")
    assert "no-store" in get("/en/", Cookie="session=abc")[2]["Cache-Control"]


def test_a_port_that_is_not_ours_fills_no_disk(get, store):
    assert get("/en/", Host="testserver:1")[0].startswith("200")

    assert not list(store.folder.glob("**/entry.json"))


def test_a_full_disk_does_not_undo_a_publication(
    get, store, monkeypatch, django_capture_on_commit_callbacks
):
    monkeypatch.setattr(store, "begin_generation", full)

    with django_capture_on_commit_callbacks(execute=True):
        story = build_story()

    assert get(story.url)[0].startswith("200")


def full():
    raise OSError("No space left on device")


def test_nothing_is_stored_where_no_place_is_named(monkeypatch, store):
    monkeypatch.setattr(settings, "PAGE_STORE", "")
    before = store.generation()

    forget_pages()

    assert store.generation() == before
