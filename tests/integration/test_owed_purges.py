"""What has changed is purged although the process has died that was to do it."""

from datetime import timedelta

import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.core.management import call_command
from django.db import OperationalError, connection, transaction
from django.utils import timezone

from coalition.delivery.models import OwedPurge
from coalition.delivery.tags import EVERYTHING
from coalition.demo.builders import build_partner, build_story, publish_page, withdraw
from tests.told_front import of, tags_asked

pytestmark = pytest.mark.django_db


@pytest.fixture
def dying(monkeypatch, django_capture_on_commit_callbacks):
    """Do it in a process that ends with the commit: nothing is done that was to be done after."""

    def dying(act):
        # Those of the test's own transaction wait as well.
        monkeypatch.setattr(connection, "run_on_commit", [])
        with django_capture_on_commit_callbacks(execute=False):
            return act()

    return dying


@pytest.fixture
def tended(monkeypatch):
    """The clock comes by in so many minutes."""

    def tended(minutes):
        now = timezone.now() + timedelta(minutes=minutes)
        monkeypatch.setattr(timezone, "now", lambda: now)
        call_command("tend_pages")

    return tended


@pytest.mark.parametrize("change", [publish_page, withdraw])
def test_no_page_stays_as_it_was(get, done, dying, tended, change):
    story = done(lambda: build_story(title="First words"))
    assert "First words" in get(story.url)[1]
    story.title = "Second words"

    dying(lambda: change(story))
    tended(minutes=2)

    assert "First words" not in get(story.url)[1]
    assert not OwedPurge.objects.exists()


def test_what_is_taken_away_is_not_even_lent(get, done, dying, tended, monkeypatch):
    story = done(lambda: build_story(title="First words"))
    get(story.url)

    dying(lambda: withdraw(story))
    tended(minutes=2)

    monkeypatch.setattr(WSGIHandler, "get_response", out_of_order)
    with pytest.raises(OperationalError):
        get(story.url)


def test_caches_in_front_are_told(front, done, dying, tended):
    dying(build_partner)
    done(lambda: tended(minutes=2))

    assert of(EVERYTHING) == tags_asked(front, "xkey-purge")


def test_of_what_was_purged_nothing_is_owed(store, done):
    done(build_story)

    assert not OwedPurge.objects.exists()


def test_a_database_that_goes_away_after_a_commit_keeps_nothing_else_from_being_done(
    get, done, store, monkeypatch
):
    story = done(build_story)
    get(story.url)
    monkeypatch.setattr("coalition.delivery.store.owed.settle", out_of_order)
    story.title = "Changed"

    done(lambda: publish_page(story))

    assert "Changed" in get(story.url)[1]
    assert OwedPurge.objects.exists()


def test_nobody_makes_up_for_what_is_being_purged_at_this_moment(get, store, done, dying, tended):
    story = done(build_story)
    get(story.url)

    dying(build_partner)
    tended(minutes=0)

    assert get(story.url)[0].startswith("200")
    assert OwedPurge.objects.exists()


def test_of_one_transaction_one_purge_is_owed_and_none_of_what_came_to_nothing(store, dying):
    def several():
        try:
            with transaction.atomic():
                build_partner("IQ")
                raise LookupError
        except LookupError:
            assert not OwedPurge.objects.exists()
        build_partner("TD")
        build_partner("FR")

    dying(several)

    assert OwedPurge.objects.count() == 1


def out_of_order(*args):
    raise OperationalError
