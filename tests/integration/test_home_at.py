"""The home page as it will be at a later moment: for those who arrange it, and for nobody else."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from coalition.demo.builders import (
    build_alert_banner,
    build_campaign,
    build_partner,
    build_story,
    build_user,
    home_page,
    publish_page,
)
from coalition.facts import moment
from coalition.home.models import HomeSlot
from coalition.staff.roles import EDITOR, PARTNER_MANAGER
from tests.reading import main_text, parsed, texts

pytestmark = pytest.mark.django_db


def ahead(days):
    return timezone.now() + timedelta(days=days)


def address(name, days=None, language="en"):
    asked = f"?moment={ahead(days):%Y-%m-%d+%H:%M}" if days else ""
    return reverse(name, args=[home_page(language).pk]) + asked


@pytest.fixture
def editor(client):
    client.force_login(build_user(EDITOR))
    return client


def seen(editor, days):
    return editor.get(address("home_at", days))


def schedule(page, days):
    page.go_live_at = ahead(days)
    return publish_page(page)


def test_a_slot_has_begun_or_ended_by_then(editor):
    home = home_page()
    for title, since, until in (("First", 1, 3), ("Second", 3, 5)):
        story = build_story(title=title, date="2014-09-10")
        home.slots.add(HomeSlot(story=story, starts_at=ahead(since), ends_at=ahead(until)))
    publish_page(home)
    build_story(title="By rule")

    leads = [texts(seen(editor, days), ".lead__link") for days in (2, 4, 6)]

    assert leads == [["First"], ["Second"], ["By rule"]]


def test_a_scheduled_story_is_there_from_its_moment_on(editor, visitor):
    build_story(title="Today's", date="2020-05-30")
    schedule(build_story(title="Scheduled", live=False), days=2)

    assert texts(seen(editor, 1), ".lead__link") == ["Today's"]
    assert texts(seen(editor, 3), ".lead__link") == ["Scheduled"]
    assert "Scheduled" not in visitor.get("/en/").content.decode()


def test_a_story_that_expires_is_gone(editor):
    build_story(title="Lasting", date="2020-05-30")
    build_story(title="Fleeting", expire_at=ahead(2))

    assert texts(seen(editor, 1), ".lead__link") == ["Fleeting"]
    assert texts(seen(editor, 3), ".lead__link") == ["Lasting"]


def test_a_campaign_begins_and_ends(editor):
    today = timezone.localdate()
    build_campaign(title="Soon", start=today + timedelta(3), end=today + timedelta(5))

    shown = [texts(seen(editor, days), ".campaign__title") for days in (1, 4, 7)]

    assert shown == [[], ["Soon"], []]


def test_an_alert_appears_and_goes(editor):
    build_alert_banner(title="Closed", show_from=ahead(2), show_until=ahead(4))

    shown = ["Closed" in seen(editor, days).content.decode() for days in (1, 3, 5)]

    assert shown == [False, True, False]


def test_living_facts_are_told_for_that_day(editor):
    build_partner("IQ")
    build_partner("CF", joined=(timezone.localdate() + timedelta(days=3)).isoformat())

    counts = [texts(seen(editor, days), ".key-figures__number")[0] for days in (1, 5)]

    assert counts == ["1", "2"]


def test_a_partner_that_is_published_by_then_counts(editor):
    partner = build_partner("IQ", live=False, go_live_at=ahead(2))
    partner.get_latest_revision().publish()

    counts = [texts(seen(editor, days), ".key-figures__number")[0] for days in (1, 3)]

    assert counts == ["0", "1"]


def test_the_latest_draft_of_the_page_is_shown(editor):
    home = home_page()
    home.introduction = "<p>Words not yet public.</p>"
    home.save_revision()

    assert "Words not yet public." in main_text(seen(editor, 1))


def test_nothing_of_it_stays_behind(editor, visitor):
    schedule(build_story(title="Scheduled", live=False), days=1)

    seen(editor, 2)

    assert not moment.is_another()
    assert "Scheduled" not in visitor.get("/en/").content.decode()


def test_it_is_framed_by_nobody_else_and_kept_by_no_cache(editor):
    answer = seen(editor, 1)

    assert "private" in answer.headers["Cache-Control"]
    assert "frame-ancestors 'self'" in answer.headers["Content-Security-Policy"]


def test_asks_for_a_moment_and_lists_when_the_page_will_change(editor):
    story = build_story(title="Chosen")
    home = home_page()
    home.slots.add(HomeSlot(story=story, starts_at=ahead(1), ends_at=ahead(9)))
    publish_page(home)
    schedule(build_story(title="Scheduled", live=False), days=2)
    build_campaign(title="Soon", start=timezone.localdate() + timedelta(days=4))
    build_alert_banner(title="Closed", show_from=ahead(5))

    turns = texts(editor.get(address("preview_home_at")), "main li bdi")

    assert turns == [
        "“Chosen” takes a place: Lead",
        "“Scheduled” is published",
        "The campaign “Soon” begins",
        "The alert “Closed” appears",
        "“Chosen” leaves a place: Lead",
    ]


def test_shows_the_page_in_a_frame(editor):
    page = parsed(editor.get(address("preview_home_at", days=2)))

    framed = editor.get(page.iframe["src"])
    assert parsed(framed).main


@pytest.mark.parametrize("asked", ["?moment=2020-05-31+10:00", "?moment=soon", "?moment="])
def test_says_what_is_wrong_with_a_moment(editor, asked):
    for name in ("preview_home_at", "home_at"):
        page = parsed(editor.get(address(name) + asked))

        assert page.select_one(".error-message")
        assert not page.iframe


@pytest.mark.parametrize("name", ["preview_home_at", "home_at"])
def test_is_for_those_who_edit_the_page(client, name):
    client.force_login(build_user(PARTNER_MANAGER))

    assert client.get(address(name, days=1)).status_code == 302


def test_visitors_are_sent_to_sign_in(visitor):
    assert "/login/" in visitor.get(address("home_at", days=1)).url


def test_a_visitors_address_takes_no_moment(visitor):
    schedule(build_story(title="Scheduled", live=False), days=1)

    page = visitor.get(f"/en/?moment={ahead(2):%Y-%m-%d+%H:%M}").content.decode()

    assert "Scheduled" not in page


def test_the_pages_editor_leads_there(editor):
    edit = reverse("wagtailadmin_pages:edit", args=[home_page().pk])

    assert address("preview_home_at") in editor.get(edit).content.decode()
