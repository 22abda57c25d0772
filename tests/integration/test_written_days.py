"""A day is written in one way, whoever tells it: French says the first of a month as an ordinal."""

from datetime import UTC, date, datetime, time

import pytest
from django.utils.translation import override

from coalition.about.models import Milestone
from coalition.cards.keeping import words_of
from coalition.demo.builders import build_partner, build_story, home_page
from coalition.facts import moment
from partners.joined import joined_in_words
from partners.vocabulary import Status

pytestmark = pytest.mark.django_db


def milestone(visitor, day):
    return Milestone(date=day).date_in_words


def joining(visitor, day):
    return joined_in_words(day, day)


def card(visitor, day):
    return words_of(build_story(home_page("fr"), date=day)).foot


def counter(visitor, day):
    with moment.seen_at(datetime.combine(day, time(12), UTC)):
        return visitor.get("/api/partners/counter.svg?lang=fr").content.decode()


def feed(visitor, day):
    build_partner("FR", status_changes=[{"status": Status.SUSPENDED, "from_date": day}])
    return visitor.get("/fr/open-data/changes.atom").content.decode()


@pytest.mark.parametrize("told_by", [milestone, joining, card, counter, feed])
@pytest.mark.parametrize(
    ("day", "written"),
    [(date(2019, 9, 1), "1er septembre 2019"), (date(2020, 5, 1), "1er mai 2020")],
)
def test_the_first_of_a_month(visitor, told_by, day, written):
    with override("fr"):
        assert written in told_by(visitor, day)
