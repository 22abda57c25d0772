"""The clock: what is due happens, and one failure stops nothing else."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from coalition.demo.builders import build_story
from coalition.desk.management.commands import keep_time
from news.models import StoryPage

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def connection_stays_open(monkeypatch):
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
