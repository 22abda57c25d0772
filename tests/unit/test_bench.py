"""When `make bench` is red, and what it says of it."""

import gzip

import pytest
from django.test import RequestFactory

from bench.aims import Aim
from bench.comparison.load import Refusal, refusal
from bench.growth import GROWTH, MILLISECONDS, aims
from bench.phone import past_budget
from coalition.delivery.outage import unavailable
from tests.browser.budgets import (
    FIRST_PAINT,
    LARGEST_PAINT,
    LATEST,
    LEAST,
    MOST,
    MOST_TEXT,
    SCORES,
    TEXT,
)

WEIGHED = {TEXT: MOST_TEXT["home"], **MOST}
SIMULATED = {**LEAST, **LATEST, FIRST_PAINT: 9}


@pytest.mark.parametrize("figures", [WEIGHED, WEIGHED | SIMULATED])
def test_a_page_within_its_budget_is_not_told_of(figures):
    assert past_budget({"home en": figures}) == []


@pytest.mark.parametrize(("name", "found"), [(TEXT, 60.1), (LARGEST_PAINT, 1.3), (SCORES[0], 99)])
def test_a_page_past_its_budget_is(name, found):
    figures = WEIGHED | SIMULATED | {name: found}

    assert past_budget({"home en": figures}) == [f"{name} of home en"]


def test_so_is_one_that_could_not_be_looked_at():
    looked_at = {"home en": WEIGHED | SIMULATED, "home ar": WEIGHED}

    assert {each.rpartition(" of ")[2] for each in past_budget(looked_at)} == {"home ar"}


@pytest.mark.parametrize(("found", "said"), [(1.1, "stretch met"), (1.2, "met"), (1.3, "MISSED")])
def test_an_aim_says_whether_it_is_met(found, said):
    assert str(Aim("home: growth", found, 1.2, 1.1)).rpartition("  ")[2] == said


def test_growth_past_its_aims_is_missed():
    first = {name: {"queries": 5, "seconds": 0.1} for name in (*GROWTH, *MILLISECONDS)}
    first["slowest sitemap"] |= {"addresses": 500, "missing": 0}
    last = first | {"topic": {"queries": 6, "seconds": 0.15}}
    last["slowest sitemap"] = first["slowest sitemap"] | {"addresses": 10_001, "missing": 1}

    missed = [aim.what for aim in aims(first, last) if not aim.is_met(aim.bar)]

    assert missed == [
        "topic: growth",
        "sitemap: addresses in a file",
        "sitemap: pages missing",
        "other numbers of queries: topic",
    ]


@pytest.mark.parametrize("coding", [bytes, gzip.compress])
def test_who_was_refused_a_page_is_told_where(coding):
    answer = unavailable(RequestFactory().get("/fr/news/?topic=aid"))

    assert refusal(7, 503, coding(answer.content).hex()) == Refusal(7, 503, "/fr/news/")


def test_an_answer_that_does_not_say_where_is_told_all_the_same():
    assert refusal(7, 502, b"Bad gateway".hex()) == Refusal(7, 502, "")
