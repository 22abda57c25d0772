"""What readers looked for in vain is counted for editors, and nothing of the readers."""

from datetime import timedelta

import pytest
from django.db import DatabaseError
from django.urls import reverse
from django.utils import timezone

from coalition.demo.builders import build_story, build_user
from coalition.search import misses
from coalition.search.models import Miss
from coalition.staff.roles import EDITOR, PARTNER_MANAGER
from tests.reading import main_text

pytestmark = pytest.mark.django_db


def search(visitor, typed, **parameters):
    return visitor.get("/en/search/", {"q": typed} | parameters)


def noted():
    return dict(Miss.objects.values_list("words", "times"))


def test_counts_the_same_words_of_a_day_together(visitor):
    search(visitor, "Smârra")
    search(visitor, "  smârra! ")

    assert noted() == {"smârra": 2}


def test_counts_neither_what_was_found_nor_what_was_narrowed(visitor):
    build_story(title="Mosul")

    search(visitor, "mosul")
    search(visitor, "smarra", kind="news")
    search(visitor, "?")

    assert noted() == {}


@pytest.mark.parametrize(
    "typed",
    [
        "anna@example.org",
        "06 12 34 56 78",
        "+33612345678",
        "passport 1234567",
        "٠٦١٢٣٤٥٦٧٨",
        "a long sentence that nobody would type who only looks for one single thing",
    ],
)
def test_keeps_nothing_that_may_tell_who_somebody_is(visitor, typed):
    search(visitor, typed)

    assert noted() == {}


@pytest.mark.parametrize("typed", ["smarra 2019", "smarra 2019-2020", "un resolution 2178"])
def test_keeps_years_and_short_numbers(visitor, typed):
    search(visitor, typed)

    assert len(noted()) == 1


def test_a_flood_of_invented_words_does_not_fill_the_table(visitor, monkeypatch):
    monkeypatch.setattr(misses, "MOST_A_DAY", 2)

    for letter in "abcd":
        search(visitor, f"smarra{letter}")

    assert Miss.objects.count() == 2


def test_forgets_after_half_a_year(visitor):
    long_ago = timezone.localdate() - timedelta(days=misses.DAYS_KEPT + 1)
    Miss.objects.create(day=long_ago, language="en", words="old")

    search(visitor, "smarra")

    assert noted() == {"smarra": 1}


def test_a_database_that_only_reads_still_answers(visitor, monkeypatch):
    def refuse(*args, **kwargs):
        raise DatabaseError("read-only")

    monkeypatch.setattr(Miss.objects.__class__, "bulk_create", refuse)

    assert search(visitor, "smarra").status_code == 200


def test_editors_see_it_among_the_reports(client):
    Miss.objects.create(day="2020-05-31", language="en", words="smarra", times=3)
    client.force_login(build_user(EDITOR))

    report = client.get(reverse("search_misses"))

    assert "smarra" in main_text(report)


def test_editors_take_it_away_as_a_table(client):
    Miss.objects.create(day="2020-05-31", language="en", words="smarra", times=3)
    client.force_login(build_user(EDITOR))

    export = client.get(reverse("search_misses"), {"export": "csv"})

    assert b"2020-05-31,en,smarra,3" in b"".join(export.streaming_content)


def test_those_who_edit_no_page_do_not_see_it(client):
    client.force_login(build_user(PARTNER_MANAGER))

    assert client.get(reverse("search_misses")).status_code == 302
