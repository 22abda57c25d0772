"""The clock: what is due happens, and one failure stops nothing else."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from coalition.delivery.store.address import Address
from coalition.demo.builders import build_story
from coalition.desk.management.commands import keep_time
from news.models import StoryPage
from tests.stored import warmed  # noqa: F401 - a fixture.

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def connections_stay_open(monkeypatch):
    """Closing it would end the test's own transaction."""
    monkeypatch.setattr(keep_time.connections, "close_all", lambda: None)


def test_publishes_what_is_due(monkeypatch):
    now = timezone.now()
    story = build_story(live=False)
    story.go_live_at = now + timedelta(hours=1)
    story.save_revision().publish()
    call_command("keep_time", "--once")
    assert not StoryPage.objects.get(pk=story.pk).live

    monkeypatch.setattr(timezone, "now", lambda: now + timedelta(hours=2))
    call_command("keep_time", "--once")

    assert StoryPage.objects.get(pk=story.pk).live


@pytest.mark.usefixtures("warmed")
def test_what_it_publishes_is_made_anew_at_once(
    get, store, monkeypatch, django_capture_on_commit_callbacks
):
    now = timezone.now()
    story = build_story(live=False, title="On the hour")
    story.go_live_at = now + timedelta(hours=1)
    story.save_revision().publish()
    get("/en/")
    monkeypatch.setattr(timezone, "now", lambda: now + timedelta(hours=2))
    monkeypatch.setattr(keep_time, "DUE", ["publish_scheduled"])

    with django_capture_on_commit_callbacks(execute=True):
        call_command("keep_time", "--once")

    front_page = store.find(Address("testserver", "/en/"))
    assert "On the hour" in front_page.body("identity").decode()


def test_goes_on_after_a_failure(monkeypatch, caplog):
    done = []

    def act(name, **options):
        done.append(name)
        if name == "publish_scheduled":
            raise RuntimeError("no")

    monkeypatch.setattr(keep_time, "call_command", act)

    keep_time.do_what_is_due()

    assert done == keep_time.DUE
    assert "publish_scheduled has failed" in caplog.text
