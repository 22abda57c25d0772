"""What is read once for many pages: kept until something is saved, never longer."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.core.cache import cache
from django.db import transaction
from wagtail.models import UploadedFile, Workflow
from wagtail.users.models import UserProfile

from coalition.consent.receipts import Answer, write_receipt
from coalition.delivery.kept import kept, nothing_kept
from coalition.demo.builders import build_menu, build_partner, build_story, home_page, publish_page
from coalition.releases.models import Release
from coalition.sitewide.models import SiteTexts

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("values_are_kept")]


@pytest.fixture
def committed(django_capture_on_commit_callbacks):
    """What is done within has come true afterwards."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


@pytest.fixture
def made():
    """A value that is another one each time it is made."""
    numbers = iter(range(100))
    return lambda: kept("number", lambda: next(numbers))


def save_a_draft(page):
    page.title = "Not yet"
    page.save_revision()


def somebody():
    return get_user_model().objects.create_user("somebody")


def rename_the_site():
    SiteTexts.objects.create(site_name="Renamed", short_name="Renamed", locale=home_page().locale)


CHANGES = {
    "a story is published": lambda: build_story(title="Published"),
    "a page is withdrawn from view": lambda: home_page().unpublish(),
    "a page is deleted": lambda: build_story().delete(),
    "a page is moved": lambda: build_story().move(home_page(), pos="last-child"),
    "a menu is changed": lambda: build_menu("en", links=[]),
    "a partner joins": lambda: build_partner("IQ"),
    "the site is renamed": rename_the_site,
}


UNSEEN_CHANGES = {
    "a release is prepared": lambda: Release.objects.create(title="May", creator=somebody()),
    "a workflow is begun": lambda: Workflow.objects.create(name="Twice", active=True),
    "a role may do more": lambda: Group.objects.create(name="Guests").permissions.set(
        Permission.objects.all()[:1]
    ),
    "somebody chooses a language": lambda: UserProfile.get_for_user(somebody()).save(),
    "a file is on its way": UploadedFile.objects.create,
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_is_made_anew_after(made, committed, change):
    before = made()
    assert made() == before

    with committed():
        change()

    assert made() != before


def test_is_not_made_anew_for_a_draft(made, committed):
    story = build_story()
    before = made()

    with committed():
        save_a_draft(story)

    assert made() == before


@pytest.mark.parametrize("change", UNSEEN_CHANGES.values(), ids=UNSEEN_CHANGES)
def test_is_not_made_anew_for_what_only_those_see_who_work_here(made, committed, change):
    before = made()

    with committed():
        change()

    assert made() == before


def test_says_what_was_true_until_the_change_has_come_true(made, committed):
    before = made()

    with committed():
        publish_page(home_page())
        assert made() == before


def test_what_a_slow_reader_puts_back_is_not_found(committed):
    def read_slowly():
        with committed():
            publish_page(home_page())
        return "old"

    kept("text", read_slowly)

    assert kept("text", lambda: "new") == "new"


def test_keeps_nothing_for_somebody_who_looks_ahead(made):
    before = made()

    with nothing_kept():
        assert made() != before
    assert made() == before


def test_keeps_nothing_within_a_transaction(made, monkeypatch):
    monkeypatch.undo()

    with transaction.atomic():
        assert made() != made()


def test_works_without_a_cache(made, monkeypatch):
    monkeypatch.setattr(cache, "get", lambda key, default=None, **kwargs: default)

    assert made() != made()


def test_is_not_made_anew_for_what_no_page_shows(made, committed, visitor, admin_user):
    before = made()

    with committed():
        visitor.get("/en/search/?q=nothingofthekind")
        visitor.force_login(admin_user)
        write_receipt(Answer({}, language="en", surface="bar"))

    assert made() == before
