"""A feed reader that asks again: the feed if anything has changed, and hardly anything if not."""

from datetime import date

import pytest
from django.core.cache import cache

from coalition.demo.builders import (
    build_news_index,
    build_partner,
    build_story,
    publish_page,
    publish_row,
    withdraw,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def index():
    return build_news_index()


@pytest.fixture(params=["feed/", "feed.json"])
def address(request, index):
    return f"{index.url}{request.param}"


def test_nothing_new_is_not_sent_again(index, visitor, address):
    build_story(index)
    etag = visitor.get(address)["ETag"]

    answer = visitor.get(address, headers={"If-None-Match": etag})

    assert answer.status_code == 304
    assert answer.content == b""
    assert answer["ETag"] == etag
    assert answer["Cache-Control"].startswith("public")


def test_nothing_since_a_moment_is_not_sent_again(index, visitor, address):
    build_story(index)
    moment = visitor.get(address)["Last-Modified"]

    assert visitor.get(address, headers={"If-Modified-Since": moment}).status_code == 304


def test_a_new_story_is_sent(index, visitor, address):
    known = visitor.get(address)["ETag"]

    build_story(index)

    assert visitor.get(address, headers={"If-None-Match": known}).status_code == 200


def test_a_story_published_anew_is_sent(index, visitor, address):
    story = build_story(index)
    known = visitor.get(address)["ETag"]

    publish_page(story)

    assert visitor.get(address, headers={"If-None-Match": known}).status_code == 200


def test_that_a_story_was_withdrawn_is_sent(index, visitor, address):
    story = build_story(index)
    known = visitor.get(address)["ETag"]

    withdraw(story)

    assert visitor.get(address, headers={"If-None-Match": known}).status_code == 200


def test_a_corrected_register_is_sent(index, visitor, address):
    """Stories quote how many partners there were on their day."""
    partner = build_partner("IQ", joined="2014-09-10")
    build_story(index)
    known = visitor.get(address)["ETag"]

    partner.joined_earliest = partner.joined_latest = date(2015, 1, 1)
    publish_row(partner)

    assert visitor.get(address, headers={"If-None-Match": known}).status_code == 200


def test_another_filter_is_another_feed(index, visitor, address):
    build_story(index, kind="news")
    known = visitor.get(address)["ETag"]

    answer = visitor.get(f"{address}?kind=statement", headers={"If-None-Match": known})

    assert answer.status_code == 200


@pytest.mark.usefixtures("values_are_kept")
def test_nothing_new_costs_one_query_after_finding_the_page(
    index, visitor, address, django_assert_num_queries
):
    build_story(index)
    cache.clear()
    known = visitor.get(address)["ETag"]

    # The way to the page 1 · the page 1 · what changed 1.
    with django_assert_num_queries(3):
        visitor.get(address, headers={"If-None-Match": known})
