"""The hub of our feeds is told what changed, by the clock; again if it was away."""

import logging
from datetime import timedelta
from types import SimpleNamespace
from urllib.parse import parse_qs

import pytest
from django.core.management import call_command
from django.utils import timezone
from wagtail.models import PageViewRestriction

from coalition.demo.builders import build_news_index, build_partner, build_story, build_topic
from coalition.outbound.client import NotAnswered
from news.feeds import hub
from news.models import HubPing

pytestmark = pytest.mark.django_db

HUB = "https://hub.example/"
LISTING = "http://testserver/en/news/"


class StandIn:
    """A hub that notes what it is told, and answers as it is told to."""

    def __init__(self):
        self.told, self.status = [], 202

    def post(self, address, body, content_type):
        if not self.status:
            raise NotAnswered("There is no such host.")
        self.told.append((address, parse_qs(body.decode())))
        return SimpleNamespace(status=self.status)

    @property
    def feeds(self):
        return [form["hub.url"][0] for _, form in self.told]


@pytest.fixture
def stand_in(settings, monkeypatch):
    settings.WEBSUB_HUB = HUB
    stand_in = StandIn()
    monkeypatch.setattr(hub, "CLIENT", stand_in)
    return stand_in


def tell():
    call_command("tell_hub", verbosity=0)


def test_is_told_of_every_feed_that_a_story_stands_in(stand_in):
    build_story(kind="statement", topics=[build_topic()], partners=[build_partner("IQ")])

    tell()

    filters = ["", "?kind=statement", "?year=2020", "?topic=health", "?partner=iq"]
    expected = {f"{LISTING}{feed}{each}" for each in filters for feed in ("feed/", "feed.json")}
    assert set(stand_in.feeds) == expected
    assert stand_in.told[0][0] == HUB
    assert stand_in.told[0][1]["hub.mode"] == ["publish"]


def test_is_told_once(stand_in):
    build_story()
    tell()
    stand_in.told.clear()

    tell()

    assert stand_in.told == []


def test_is_told_of_a_story_that_is_taken_offline_or_deleted(stand_in):
    gone, deleted = build_story(), build_story(title="Another")
    tell()
    stand_in.told.clear()
    gone.unpublish()
    deleted.delete()

    tell()

    assert f"{LISTING}feed/" in stand_in.feeds


def test_is_told_nothing_of_a_draft(stand_in):
    build_story(live=False)

    tell()

    assert stand_in.told == []


def test_is_told_nothing_of_what_stands_behind_a_closed_door(stand_in):
    section = build_news_index(slug="operation")
    PageViewRestriction.objects.create(page=section, restriction_type=PageViewRestriction.LOGIN)
    story = build_story(section)
    story.unpublish()

    tell()

    assert stand_in.told == []


@pytest.mark.parametrize("status", [None, 302, 500])
def test_is_told_later_if_it_was_away(stand_in, status):
    build_story()
    stand_in.status = status
    tell()
    stand_in.status = 202
    stand_in.told.clear()

    HubPing.objects.update(due_at=timezone.now() - timedelta(seconds=1))
    tell()

    assert f"{LISTING}feed/" in stand_in.feeds
    assert not HubPing.objects.exists()


def test_is_not_asked_for_every_feed_while_it_is_away(stand_in):
    build_story()
    stand_in.status = 500

    tell()

    assert len(stand_in.told) == 1


def test_is_told_no_more_after_many_tries_and_the_log_says_so(stand_in, caplog):
    build_story()
    HubPing.objects.exclude(address=f"{LISTING}feed/").delete()
    HubPing.objects.update(tries=hub.MOST_TRIES - 1)
    stand_in.status = None

    with caplog.at_level(logging.ERROR):
        tell()

    assert not HubPing.objects.exists()
    assert "will not be told" in caplog.text


def test_where_there_is_none_nothing_is_noted(settings):
    settings.WEBSUB_HUB = ""

    build_story()

    assert not HubPing.objects.exists()
