"""A process into which nobody can sign in, and the role of the database that is enough for it."""

import pytest
from django.apps import apps
from django.conf import settings as site_settings
from django.core.cache import cache
from django.db import DatabaseError, transaction
from django.test import Client
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from wagtail.models import PageViewRestriction

from coalition import public_only
from coalition.consent.models import Receipt
from coalition.contact.models import Message
from coalition.delivery import kept
from coalition.delivery.public_role import MAY_WRITE, SEEN_IN_PART, UNSEEN
from coalition.demo.builders import (
    build_news_index,
    build_partner_index,
    build_social_post,
    build_story,
)
from coalition.search.models import Miss
from coalition.violations import noting
from coalition.violations.models import Violation
from tests.database_roles import postgresql_only, rights_of
from tests.visitors_tables import what_visitors_read

pytestmark = pytest.mark.django_db

OURS = {"Origin": "http://testserver"}
PAGES = [
    "/",
    "/en/",
    "/en/news/",
    "/en/news/feed.json",
    "/en/partners/",
    "/en/social/",
    "/en/search/?q=story",
    "/en/cookies/",
    "/en/genuine/",
    "/en/open-data/changes.atom",
    "/api/partners.json",
]
MESSAGE = {"subject": "press", "name": "A", "email": "a@b.example", "text": "A question."}
REPORT = (
    '{"csp-report": {"document-uri": "http://testserver/en/", "blocked-uri": "inline",'
    ' "effective-directive": "script-src"}}'
)


@pytest.fixture
def all_middleware(settings):
    return list(settings.MIDDLEWARE)


@pytest.fixture(autouse=True)
def public_process(settings, all_middleware):
    """What `PUBLIC_ONLY=1` makes of the settings, as far as a running process can change."""
    settings.PUBLIC_ONLY = True
    settings.ROOT_URLCONF = "coalition.urls_public"
    stand_ins = sorted(public_only.VISITORS_MIDDLEWARE)
    settings.MIDDLEWARE = public_only.chosen([*all_middleware, *stand_ins], True)
    build_story()
    build_partner_index()
    build_social_post()


@pytest.fixture
def poor_role():
    with rights_of("public") as cursor:
        yield cursor


@pytest.fixture
def closed_story():
    story = build_story(title="Closed", slug="closed")
    PageViewRestriction.objects.create(page=story, restriction_type=PageViewRestriction.GROUPS)
    return story.url


@pytest.fixture
def moved_draft():
    """Where it was before."""
    draft = build_story(title="A draft", live=False)
    address = draft.url
    draft.move(build_news_index(title="Elsewhere", slug="elsewhere"), pos="last-child")
    return address


def leave_traces(visitor):
    report = "application/csp-report"
    return [
        visitor.post("/en/cookies/", {"choice": "accept"}, headers=OURS).status_code,
        visitor.post("/en/contact/send/", MESSAGE, headers=OURS).status_code,
        visitor.get("/en/search/?q=nothingofthekind").status_code,
        visitor.post("/violations/", REPORT, content_type=report).status_code,
    ]


@pytest.mark.parametrize("address", PAGES)
def test_visitors_find_every_page(visitor, address):
    assert visitor.get(address).status_code in {200, 302}


@pytest.mark.parametrize("address", ["/admin/", "/admin/login/", "/en/gallery/"])
def test_nobody_finds_a_way_in(visitor, address):
    assert visitor.get(address).status_code == 404


def test_no_address_of_the_back_office_is_known():
    with pytest.raises(NoReverseMatch):
        reverse("wagtailadmin_home")


def test_knows_nothing_longer_than_a_request(visitor):
    for each in (cache, kept.values):
        each.set("known", "a request")

    visitor.get("/en/")

    assert [each.get("known") for each in (cache, kept.values)] == [None, None]


def test_what_is_left_out_is_there_otherwise(all_middleware):
    left_out = public_only.STAFF_APPS | public_only.STAFF_MIDDLEWARE

    assert left_out <= {*site_settings.INSTALLED_APPS, *all_middleware}


def test_what_may_be_written_is_never_shown():
    assert all(hasattr(apps.get_model(label), "is_never_shown") for label in MAY_WRITE)


def test_of_every_model_it_was_asked_whether_visitors_read_it():
    models = {model._meta.label for model in apps.get_models(include_auto_created=True)}
    # PostgreSQL has no such table.
    models.discard("wagtailsearch.SQLiteFTSIndexEntry")

    assert sorted(models) == sorted([*what_visitors_read(), *UNSEEN, *SEEN_IN_PART])


def test_visitors_leave_what_they_may(visitor):
    assert leave_traces(visitor) == [303, 303, 200, 204]


@postgresql_only
def test_the_poor_role_is_enough(poor_role):
    visitor = Client()

    assert [visitor.get(address).status_code for address in PAGES] == [302] + [200] * 10
    assert leave_traces(visitor) == [303, 303, 200, 204]
    for model in (Receipt, Message, Miss, Violation):
        assert model.objects.count() == 1


@postgresql_only
def test_the_poor_role_knows_what_to_keep_to_itself(closed_story, moved_draft, poor_role):
    visitor = Client()

    assert [visitor.get(each).status_code for each in (closed_story, moved_draft)] == [404, 404]


@postgresql_only
def test_the_poor_role_makes_room_for_what_browsers_tell(poor_role, monkeypatch):
    monkeypatch.setattr(noting, "MOST", 1)
    Violation.objects.create(
        directive="img-src", path="/", first_day="2020-05-31", last_day=timezone.localdate()
    )

    Client().post("/violations/", REPORT, content_type="application/csp-report")

    assert [violation.directive for violation in Violation.objects.all()] == ["script-src"]


@postgresql_only
@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE wagtailcore_page SET title = 'ours'",
        "DELETE FROM consent_receipt",
        "UPDATE contact_message SET text = ''",
        "INSERT INTO auth_group (name) VALUES ('ours')",
        "SELECT session_key FROM staff_staffsession",
        "SELECT password FROM staff_user",
        "SELECT act FROM audit_entry",
        "SELECT email FROM account_emailaddress",
        "SELECT text FROM contact_message",
        "SELECT reason FROM takedowns_takedown",
        "SELECT content FROM wagtailcore_revision",
        "SELECT title FROM releases_release",
        "SELECT label FROM wagtailcore_pagelogentry",
        "SELECT comment FROM wagtailcore_taskstate",
        "DROP TABLE news_storypage",
    ],
)
def test_the_poor_role_may_do_no_more(poor_role, statement):
    with pytest.raises(DatabaseError), transaction.atomic():
        poor_role.execute(statement)
