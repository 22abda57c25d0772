"""Stored pages with words behind the question mark: those that a page asks for, and no others."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalition.delivery.store.address import Address
from coalition.delivery.store.parameters import heard, told


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
