"""Stored pages with words behind the question mark: those that a page asks for, and no others."""

from functools import partial
from threading import Barrier
from time import sleep
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalition.delivery.store import door
from coalition.delivery.store.address import Address
from coalition.delivery.store.parameters import heard, told
from tests.behind_the_door import at_once


def test_drops_parameters_that_the_page_does_not_ask_for(site):
    site.headers["X-Page-Parameters"] = "topic,year=2019|2020"
    site.get()

    for number in range(20):
        site.get(query=f"utm_source={number}")
    site.get(query="year=2020&fbclid=1&topic=aid")
    site.get(query="topic=aid&year=2020")
    site.get(query="topic=aid")

    assert site.asked == ["", "topic=aid&year=2020", "topic=aid"]


def test_all_values_that_a_page_does_not_understand_are_one(site):
    site.headers["X-Page-Parameters"] = "kind=news|statement,q"

    for number in range(100):
        site.get(query=f"kind={number}")
    site.get(query="kind=news")

    assert site.asked == ["kind=0", "", "kind=-", "kind=news"]


def test_a_value_is_understood_as_soon_as_a_page_offers_it(site):
    site.headers["X-Page-Parameters"] = "topic=aid"
    site.get()
    site.headers["X-Page-Parameters"] = "topic=aid|health"
    site.shelf.begin_generation()

    site.get(query="topic=health")

    assert site.asked == ["", "topic=health"]


def test_a_page_that_is_asked_for_by_its_parameters_alone_is_made_once(site):
    site.headers["X-Page-Parameters"] = "lang=ar|en"

    for _ in range(3):
        site.get("/en/counter.svg", query="lang=ar")

    assert site.asked == ["lang=ar"]


def test_until_it_is_made_anew_it_is_lent_as_it_was(site, monkeypatch):
    monkeypatch.setattr(door, "STAND_IN", 60)
    site.headers["X-Page-Parameters"] = "lang=ar|en"
    site.get("/en/counter.svg", query="lang=ar")
    site.shelf.begin_generation()
    made_anew = []
    site.door.warmer = SimpleNamespace(ask_for=made_anew.append)

    said = site.get("/en/counter.svg", query="lang=ar")

    assert (said["body"], said["cache-control"]) == (b"first", "private, no-cache")
    assert made_anew == [Address("coalition.example", "/en/counter.svg", "lang=ar")]


@pytest.mark.parametrize("parameters", ["", "kind=news|statement"])
def test_clients_who_come_at_once_with_random_queries_make_a_page_twice_at_the_most(
    site, parameters
):
    site.headers["X-Page-Parameters"] = parameters
    site.door.application = slowly(site)

    answers = at_once(partial(site.get, query=f"utm={number}") for number in range(20))

    assert [said["body"] for said in answers] == [b"first"] * 20
    assert len(site.asked) <= 2


def test_those_whose_queries_mean_something_get_each_their_own(site):
    site.headers["X-Page-Parameters"] = "kind=news|statement"
    site.door.application = tells_what_it_is_asked(site)
    queries = ["kind=news", "kind=statement", "kind=what&utm=1", "kind=what&utm=2"]

    answers = at_once(partial(site.get, query=query) for query in queries * 5)

    assert [said["body"].decode() for said in answers] == [
        query if query in queries[:2] else "kind=-" for query in queries * 5
    ]


def test_where_nothing_is_stored_nobody_waits_for_others(site):
    site.headers = {"Cache-Control": "private, no-store"}
    site.get(query="q=mosul")
    together = Barrier(8, timeout=60)

    def search(given, start_response):
        together.wait()
        return site.application(given, start_response)

    site.door.application = search

    answers = at_once(partial(site.get, query=f"q={number}") for number in range(8))

    assert {said["status"] for said in answers} == {"200 OK"}


def tells_what_it_is_asked(site):
    def application(given, start_response):
        site.application(given, start_response)
        return [given["QUERY_STRING"].encode()]

    return application


def slowly(site):
    def application(given, start_response):
        sleep(0.1)
        return site.application(given, start_response)

    return application


@given(
    st.dictionaries(
        st.from_regex(r"[a-z]+", fullmatch=True), st.none() | st.lists(st.text(), min_size=1)
    )
)
def test_the_store_hears_what_a_page_tells_of_its_parameters(parameters):
    header = told(parameters)

    assert header.isascii()
    assert heard(header) == parameters


@pytest.fixture
def has_room_for(monkeypatch):
    """So many variants of a page."""

    def limit(number):
        for kind in ("folder_shelf", "redis_shelf"):
            monkeypatch.setattr(f"coalition.delivery.store.{kind}.MOST_VARIANTS", number)

    return limit


def test_of_too_many_variants_the_oldest_go(site, has_room_for):
    has_room_for(3)
    site.headers["X-Page-Parameters"] = "q"
    addresses = [Address("coalition.example", "/en/", f"q={number}") for number in range(5)]
    for address in addresses:
        site.get(query=address.query)

    assert [bool(site.shelf.find(address)) for address in addresses] == [False] * 2 + [True] * 3


def test_what_is_stored_was_rendered_for_its_own_address(site):
    site.headers["X-Page-Parameters"] = "year"
    site.door.application = asks_for_what_django_reads(site)

    site.get(query="year=2020&year=&x=1")

    assert site.get(query="year=2020")["body"] == b"year=2020"
    assert site.asked == ["year=2020&year=&x=1", "", "year=2020"]


def asks_for_what_django_reads(site):
    def application(given, start_response):
        site.body = given["QUERY_STRING"].encode()
        return site.application(given, start_response)

    return application
