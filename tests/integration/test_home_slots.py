"""Places of honour: what fills them by rule, and whom they are told to when they need somebody."""

from datetime import timedelta

import pytest
from django.utils import timezone

from coalition.demo.builders import (
    build_admin,
    build_story,
    build_user,
    home_page,
    publish_page,
    withdraw,
)
from coalition.home.models import HomeSlot
from coalition.home.reminders import reminders_for
from coalition.staff.roles import EDITOR, PUBLISHER
from tests.reading import texts

pytestmark = pytest.mark.django_db

LEAD, STATEMENT = HomeSlot.Place.LEAD, HomeSlot.Place.STATEMENT


def give_place(story, *, place=LEAD, since=-24, until=24 * 7, owner=None):
    """From and until so many hours from now."""
    home, now = home_page(), timezone.now()
    home.slots.add(
        HomeSlot(
            place=place,
            story=story,
            starts_at=now + timedelta(hours=since),
            ends_at=now + timedelta(hours=until),
            owner=owner,
        )
    )
    publish_page(home)


def on_top(visitor):
    """The titles of the lead and of the statement beside it."""
    answer = visitor.get("/en/")
    return texts(answer, ".lead__link"), texts(answer, ".statement__link")


# The rule


@pytest.mark.parametrize("kind", ["news", "statement", "joint-statement"])
@pytest.mark.parametrize("newer", ["press-release", "readout", "fact-sheet", "video"])
def test_the_newest_important_story_leads_when_none_is_chosen(visitor, kind, newer):
    build_story(title="Older news", date="2020-05-01")
    build_story(title="Important", date="2020-05-30", kind=kind)
    build_story(title="Newer", date="2020-05-31", kind=newer)

    assert on_top(visitor)[0] == ["Important"]


def test_an_important_story_leads_however_many_readouts_are_newer(visitor):
    build_story(title="Important", date="2020-05-01")
    for number in range(9):
        build_story(title=f"Readout {number}", kind="readout")

    assert on_top(visitor)[0] == ["Important"]


def test_where_nothing_is_important_the_newest_story_leads(visitor):
    build_story(title="A readout", date="2020-05-30", kind="readout")
    build_story(title="A fact sheet", date="2020-05-31", kind="fact-sheet")

    assert on_top(visitor)[0] == ["A fact sheet"]


def test_the_statement_chosen_for_its_place_does_not_lead_as_well(visitor):
    build_story(title="Older news", date="2020-05-01")
    chosen = build_story(title="Chosen", date="2020-05-31", kind="statement")

    give_place(chosen, place=STATEMENT)

    assert on_top(visitor) == (["Older news"], ["Chosen"])


def test_a_story_chosen_for_both_places_stands_in_the_first(visitor):
    chosen = build_story(title="Chosen", kind="statement")
    build_story(title="Older words", date="2020-05-01", kind="statement")

    give_place(chosen)
    give_place(chosen, place=STATEMENT)

    assert on_top(visitor) == (["Chosen"], ["Older words"])


def test_the_only_story_leads_even_if_it_was_chosen_for_the_other_place(visitor):
    give_place(build_story(title="Alone", kind="statement"), place=STATEMENT)

    assert on_top(visitor) == (["Alone"], [])


# Its owner


@pytest.fixture
def owner():
    return build_user(EDITOR, username="owner")


@pytest.mark.parametrize(("until", "told"), [(47, "Ends on"), (-1, "Ended on")])
def test_an_owner_is_told_two_days_before_the_end_and_after_it(owner, until, told):
    give_place(build_story(), since=-72, until=until, owner=owner)

    (reminder,) = reminders_for(owner)

    assert told in reminder.reason


def test_an_owner_is_not_told_while_all_is_well(owner):
    give_place(build_story(), until=49, owner=owner)

    assert reminders_for(owner) == []


def test_an_owner_is_told_that_the_story_was_withdrawn(owner):
    story = build_story()
    give_place(story, owner=owner)

    withdraw(story)

    assert "withdrawn" in reminders_for(owner)[0].reason


def test_a_story_that_is_published_in_time_worries_nobody(owner):
    give_place(build_story(live=False), since=24, owner=owner)

    assert reminders_for(owner) == []


def test_another_ones_slot_is_told_to_nobody_else(owner):
    give_place(build_story(), until=1, owner=build_admin())

    assert reminders_for(owner) == []


def test_a_slot_without_an_owner_is_told_to_those_who_publish_the_page(owner):
    give_place(build_story(), until=1)

    assert reminders_for(owner) == []
    assert len(reminders_for(build_user(PUBLISHER, username="publisher"))) == 1


def test_the_dashboard_shows_the_reminders(client, owner):
    give_place(build_story(title="Soon over"), until=1, owner=owner)
    client.force_login(owner)

    (row,) = texts(client.get("/admin/"), "#home-slots-content tbody tr, #home-slots tbody tr")

    assert "Soon over" in row
    assert "Ends on" in row


def test_the_dashboard_says_nothing_when_all_is_well(client, owner):
    client.force_login(owner)

    assert "home-slots" not in client.get("/admin/").content.decode()
