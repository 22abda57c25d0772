"""Which of the site's own pages are stored, and what makes them count no longer."""

from datetime import timedelta
from functools import partial
from time import time

import pytest
from cookie_consent.models import Cookie, CookieGroup
from django.conf import settings
from django.core.cache import cache
from django.core.handlers.wsgi import WSGIHandler
from django.core.management import call_command
from django.db import OperationalError
from wagtail.models import Page, PageViewRestriction, Site

from coalition.consent.clearing import brings_what_must_go
from coalition.consent.registry import versions
from coalition.delivery.models import OwedPurge
from coalition.delivery.store.address import Address
from coalition.delivery.store.site import behind_the_door, forget_pages
from coalition.demo.builders import (
    build_news_index,
    build_partner,
    build_partner_index,
    build_social_post,
    build_story,
    home_page,
    publish_page,
    withdraw,
)
from tests.stored import stored, warmed  # noqa: F401 - a fixture.

pytestmark = pytest.mark.django_db


def test_pages_are_stored(get, store):
    story, partners = build_story(), build_partner_index(slug="partners")

    for address in ("/en/", story.url, story.get_parent().url, partners.url):
        get(address)

    assert stored(store) == sorted(["/en/", "/en/news/", story.url, "/en/partners/"])


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("/en/news/feed.json", "application/feed+json"),
        ("/en/news/feed/", "application/atom+xml"),
        ("/en/social/feed/", "application/atom+xml"),
        ("/en/social/", "text/html"),
        ("/en/open-data/", "text/html"),
        ("/en/open-data/changes.atom", "application/atom+xml"),
        ("/en/open-data/counter/", "text/html"),
        ("/api/partners.json", "application/json"),
        ("/api/partners.csv", "text/csv"),
        ("/api/partners.geojson", "application/geo+json"),
        ("/api/partners.schema.json", "application/schema+json"),
        ("/api/openapi.json", "application/vnd.oai.openapi+json"),
        ("/api/partners/counter.svg", "image/svg+xml"),
        ("/api/partners/map.svg", "image/svg+xml"),
        ("/robots.txt", "text/plain"),
        ("/sitemap.xml", "application/xml"),
        ("/sitemap-en-0.xml", "application/xml"),
    ],
)
def test_what_is_no_page_of_wagtail_s_is_stored_as_it_was_made(
    get, store, monkeypatch, address, kind
):
    build_story()
    build_partner()
    _, first, made = get(address)
    monkeypatch.setattr(WSGIHandler, "get_response", out_of_order)

    status, again, headers = get(address)

    assert stored(store) == [address]
    assert (status, again) == ("200 OK", first)
    assert headers["Content-Type"].partition(";")[0] == kind
    assert headers == made


@pytest.mark.parametrize(
    ("address", "change"),
    [
        ("/en/news/feed.json", build_story),
        ("/sitemap-en-0.xml", build_story),
        ("/en/open-data/changes.atom", build_partner),
        ("/en/open-data/counter/", build_partner),
        ("/api/partners.json", build_partner),
        ("/api/partners/map.svg", build_partner),
        ("/en/social/", build_social_post),
        ("/en/social/feed/", build_social_post),
    ],
)
@pytest.mark.usefixtures("one_sitemap")
def test_it_changes_with_what_it_tells(
    get, store, django_capture_on_commit_callbacks, address, change
):
    build_news_index()
    _, before, _ = get(address)
    was_stored = stored(store)

    with django_capture_on_commit_callbacks(execute=True):
        change()

    assert was_stored == [address]
    assert get(address)[1] != before


@pytest.mark.parametrize(
    "address",
    [
        *("/api/partners.json", "/api/partners.csv", "/api/partners/counter.svg"),
        *("/api/partners/map.svg", "/en/open-data/changes.atom", "/en/open-data/counter/"),
    ],
)
def test_what_tells_of_today_is_so_until_midnight(visitor, address):
    build_partner()

    until = float(visitor.get(address).headers["X-Page-Until"])

    assert until <= time() + timedelta(days=1).total_seconds()


def test_a_day_that_nobody_understands_is_told_so_and_not_stored(get, store):
    assert get("/api/partners.json?as_of=never")[0].startswith("400")
    get("/api/partners.json?as_of=2020-05-31&utm_source=1")

    assert [place for place in stored(store) if "never" in place] == []
    assert len(stored(store)) == 2


@pytest.mark.parametrize(
    "address",
    [
        *("/en/search/?q=mosul", "/en/cookies/", "/en/contact/send/", "/en/genuine/", "/"),
        *("/admin/login/", "/en/nothing/", "/en/nothing/feed.json", "/api/nothing.json"),
        *("/api/partners.json?as_of=never", "/.well-known/security.txt", "/healthz"),
    ],
)
def test_is_not_stored(get, store, address):
    get(address)

    assert stored(store) == []


def test_a_private_page_is_not_stored(get, store):
    story = build_story()
    PageViewRestriction.objects.create(page=story, restriction_type=PageViewRestriction.LOGIN)

    assert get(story.url)[0].startswith("404")
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


@pytest.mark.usefixtures("warmed")
def test_what_is_published_is_made_anew_before_anybody_asks(
    get, store, django_capture_on_commit_callbacks
):
    behind_the_door(WSGIHandler())
    get("/en/")

    with django_capture_on_commit_callbacks(execute=True):
        build_story(title="Just published")

    front_page = store.find(Address("testserver", "/en/"))
    assert "Just published" in front_page.body("identity").decode()


@pytest.mark.usefixtures("warmed")
def test_what_is_new_is_made_before_anybody_asks(store, django_capture_on_commit_callbacks):
    behind_the_door(WSGIHandler())

    with django_capture_on_commit_callbacks(execute=True):
        story = build_story()

    assert store.find(Address("testserver", story.url))


@pytest.mark.parametrize("sites", [1, 2])
@pytest.mark.usefixtures("warmed")
def test_what_is_new_is_made_at_its_address_as_people_read_it(
    store, sites, django_capture_on_commit_callbacks
):
    behind_the_door(WSGIHandler())
    index = build_news_index()
    if sites > 1:
        elsewhere = Page.get_first_root_node().add_child(title="Elsewhere", slug="elsewhere")
        Site.objects.create(hostname="other.example", root_page=elsewhere)

    with django_capture_on_commit_callbacks(execute=True):
        build_story(index, slug="خبر")

    assert store.find(Address("testserver", "/en/news/خبر/"))


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


def test_a_stranger_s_cookie_changes_nothing(get, store):
    get("/en/", Cookie="_ga=1; cookie_consent=statistics=abc")

    assert stored(store) == ["/en/"]


@pytest.mark.parametrize(
    ("answer", "must_go"),
    [
        ("", True),
        ("statistics=-1", True),
        ("statistics={version}", False),
        ("statistics=old", True),
    ],
)
def test_a_cookie_without_consent_is_django_s_to_clear(answer, must_go):
    group = CookieGroup.objects.create(varname="statistics", name="Statistics")
    Cookie.objects.create(cookiegroup=group, name="_pk_id")
    answer = answer.format(version=versions()["statistics"])

    sent = {"HTTP_COOKIE": f"_pk_id=1; cookie_consent={answer}; other=1"}

    assert brings_what_must_go(sent) is must_go
    assert not brings_what_must_go({"HTTP_COOKIE": "other=1"})


def test_a_port_that_is_not_ours_fills_no_disk(get, store):
    assert get("/en/", Host="testserver:1")[0].startswith("200")

    assert not list(store.folder.glob("**/entry.json"))


def test_a_full_disk_does_not_undo_a_publication(
    get, store, monkeypatch, django_capture_on_commit_callbacks
):
    monkeypatch.setattr(store, "purge", full)
    monkeypatch.setattr(store, "begin_generation", full)

    with django_capture_on_commit_callbacks(execute=True):
        story = build_story()

    assert get(story.url)[0].startswith("200")


@pytest.mark.parametrize("change", [publish_page, withdraw])
def test_what_could_not_be_purged_is_made_up_for(get, store, monkeypatch, done, change):
    story = done(partial(build_story, title="First words"))
    get(story.url)
    with monkeypatch.context() as away:
        for verb in ("purge", "begin_generation", "forget"):
            away.setattr(store, verb, full)
        story.title = "Second words"
        done(partial(change, story))
    assert "First words" in get(story.url)[1]

    call_command("tend_pages")
    if change is withdraw:
        monkeypatch.setattr("coalition.pages.routing.route", out_of_order)

    assert "First words" not in get(story.url)[1]
    assert not OwedPurge.objects.exists()


def test_so_is_what_other_processes_could_not_be_told_of(
    store, monkeypatch, django_capture_on_commit_callbacks
):
    with monkeypatch.context() as away, django_capture_on_commit_callbacks(execute=True):
        away.setattr(cache, "set", lambda *args, **kwargs: None)
        build_story()
    was_owed = OwedPurge.objects.exists()

    call_command("tend_pages")

    assert (was_owed, OwedPurge.objects.exists()) == (True, False)


def full(*args, **kwargs):
    raise OSError("No space left on device")


def test_no_header_for_the_store_goes_out_where_there_is_none(monkeypatch):
    monkeypatch.setattr(settings, "PAGE_STORE", "")
    said = {}

    def application(environ, start_response):
        start_response("200 OK", [("X-Page-Tags", "0a"), ("Content-Type", "text/html")])
        return []

    behind_the_door(application)({"PATH_INFO": "/"}, lambda status, headers: said.update(headers))

    assert said == {"Content-Type": "text/html"}


def test_nothing_is_stored_where_no_place_is_named(monkeypatch, store):
    monkeypatch.setattr(settings, "PAGE_STORE", "")
    before = store.generation()

    forget_pages()

    assert store.generation() == before
