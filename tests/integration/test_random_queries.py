"""Whatever strangers write behind the question mark costs nothing, on any type of page."""

from datetime import date, timedelta
from random import Random

import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.test import RequestFactory
from django.utils import timezone

from coalition.delivery.store.door import StoredPages
from coalition.delivery.store.who_asks import is_known
from coalition.demo.builders import (
    build_about_page,
    build_campaign,
    build_line_of_effort,
    build_partner_page,
    build_social_post,
    build_standard_page,
    build_story,
    home_page,
)
from coalition.social.stream import after_post
from news.filters import StoryFilters
from partners.open_data.parameters import FIRST_DAY
from tests.stored import stored

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("connection_stays_open")]

TYPES = {
    "home": home_page,
    "list of stories": lambda: build_story().get_parent(),
    "story": build_story,
    "list of partners": lambda: build_partner_page().get_parent(),
    "partner": build_partner_page,
    "explainer": build_about_page,
    "line of effort": build_line_of_effort,
    "campaign": build_campaign,
    "standard page": build_standard_page,
}
CHOICES = [
    *(("list of stories", name) for name in StoryFilters.base_fields),
    ("list of partners", "region"),
]
QUERIES = 1_000
VALUES = 100
SOME_VALUES = 10
MOST_RENDERS = 2


@pytest.fixture
def rendered():
    """The queries with which pages were rendered."""
    return []


@pytest.fixture
def ask(store, rendered):
    """The page at an address with each of these queries; all bodies that there are."""
    handler = WSGIHandler()

    def counting(environ, start_response):
        rendered.append(environ["QUERY_STRING"])
        return handler(environ, start_response)

    door = StoredPages(counting, store, is_known)

    def ask(address, queries):
        asked = RequestFactory().get(address).environ | {"HTTP_HOST": "testserver"}
        bodies = (
            door(asked | {"QUERY_STRING": query}, lambda status, headers, exc=None: None)
            for query in queries
        )
        return {b"".join(body) for body in bodies}

    return ask


@pytest.mark.parametrize("name", TYPES)
def test_a_thousand_random_queries_render_a_page_twice_at_the_most(ask, rendered, name):
    answers = ask(TYPES[name]().url, random_queries())

    assert len(rendered) <= MOST_RENDERS
    assert len(answers) == 1


def random_queries():
    numbers = Random(8)  # noqa: S311 - nothing is kept secret by them.
    for _ in range(QUERIES):
        yield f"utm_{numbers.getrandbits(32):x}={numbers.getrandbits(32):x}&{numbers.random()}"


@pytest.mark.parametrize(("name", "parameter"), CHOICES)
def test_a_hundred_values_that_mean_nothing_render_one_page_and_are_told_so(
    ask, store, rendered, name, parameter
):
    address = TYPES[name]().url
    ask(address, [""])

    (answer,) = ask(address, [f"{parameter}={number}x" for number in range(VALUES)])

    assert rendered == ["", f"{parameter}=-"]
    assert len(stored(store)) == MOST_RENDERS
    assert "field__error" in answer.decode()


def test_places_where_no_story_stands_are_not_found_and_not_kept(get, store):
    address = TYPES["list of stories"]().url
    get(address)

    answers = [get(f"{address}?before=2020-05-31-9{number}") for number in range(SOME_VALUES)]

    assert {status for status, *_ in answers} == {"404 Not Found"}
    assert stored(store) == [address]


def test_places_where_no_post_stands_are_not_found_and_not_kept(get, store):
    place = after_post(build_social_post())
    real = f"/en/social/?before={place}"
    made_up = [f"/en/social/?before={place}{number}" for number in range(SOME_VALUES)]
    made_up += [f"/en/social/?before=0{place}", f"/en/social/?before=1{place}"]

    answers = [get(address)[0] for address in ("/en/social/", real, *made_up)]

    assert answers == ["200 OK"] * 2 + ["404 Not Found"] * len(made_up)
    assert len(stored(store)) == 2


@pytest.mark.parametrize("file", ["partners.json", "partners.csv", "partners.geojson"])
def test_days_of_which_nothing_is_told_are_not_found_and_not_kept(get, store, file):
    today = timezone.localdate()
    days = [FIRST_DAY - timedelta(1), today + timedelta(1), date.min, date.max]

    real = [get(f"/api/{file}?as_of={day}")[0] for day in (FIRST_DAY, today)]
    made_up = [get(f"/api/{file}?as_of={day}")[0] for day in days]

    assert (real, made_up) == (["200 OK"] * 2, ["404 Not Found"] * len(days))
    assert len(stored(store)) == len(real)


def test_what_readers_look_for_is_made_for_each_of_them_and_kept_for_some(
    ask, store, rendered, monkeypatch
):
    monkeypatch.setattr("coalition.delivery.store.folder_shelf.MOST_VARIANTS", SOME_VALUES // 2)
    queries = ["", *(f"q={number}" for number in range(SOME_VALUES))]

    ask(TYPES["list of partners"]().url, queries)

    assert rendered == queries
    assert len(stored(store)) <= 1 + SOME_VALUES // 2
