"""PostgreSQL can read every list in its order from an index, so that none grows dear."""

from contextlib import contextmanager, nullcontext
from datetime import UTC, date, datetime
from functools import partial

import pytest
from django.db import connection

from coalition.demo.builders import build_news_index, build_partner, build_story, build_topic
from coalition.pages.cursor import DayCursor
from coalition.social.cursor import Cursor
from coalition.social.models import SocialPost
from news.feeds.entries import MOST_STORIES
from news.listing import Listing, Selection
from tests.database_roles import rights_of

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(connection.vendor != "postgresql", reason="These are PostgreSQL's."),
]


def stories(index, **filters):
    return Selection(index, filters).passing.for_cards()[: Listing.STORIES_A_PAGE + 1]


def deepest(index):
    everything = Selection(index, {}).passing
    return everything.before(DayCursor(date(2014, 9, 10), 1)).for_cards()[: Listing.STORIES_A_PAGE]


def feed(index):
    return Selection(index, {}).passing.for_cards("share").defer(None)[:MOST_STORIES]


def posts(index):
    return SocialPost.objects.readable().for_readers_of("en").pinned_first()[:4]


def older_posts(index):
    place = Cursor(datetime(2020, 5, 14, tzinfo=UTC), 1, False)
    return SocialPost.objects.readable().for_readers_of("en").pinned_first().after(place)[:4]


STORIES, POSTS = "newest_stories_first", "posts_in_order"
LISTS = {
    "newest": (stories, STORIES),
    "deepest page": (deepest, STORIES),
    "of a topic": (lambda index: stories(index, topic="health"), STORIES),
    "about a partner": (lambda index: stories(index, partner="iq"), STORIES),
    "of a year": (lambda index: stories(index, year="2020"), STORIES),
    "feed": (feed, STORIES),
    "posts": (posts, POSTS),
    "older posts": (older_posts, POSTS),
}


@contextmanager
def rights_of_the_site():
    """Where others see less of the same tables."""
    with rights_of("public", "a visitor"):
        pass
    with rights_of("site"):
        yield


@pytest.mark.parametrize("rights", [nullcontext, rights_of_the_site, partial(rights_of, "public")])
@pytest.mark.parametrize("name", LISTS)
def test_a_list_is_read_in_its_order(name, rights):
    read, its_index = LISTS[name]
    index = build_news_index()
    build_story(index, topics=[build_topic()], partners=[build_partner("IQ")])
    with connection.cursor() as cursor:
        # So few rows are read and sorted faster than any index finds them.
        cursor.execute("SET LOCAL enable_seqscan = off; SET LOCAL enable_sort = off")

    with rights():
        plan = read(index).explain()

    assert f"Scan using {its_index}" in plan or f"Scan Backward using {its_index}" in plan
    assert "Sort" not in plan
    assert not [line for line in plan.splitlines() if "Seq Scan" in line and "Subplans" not in line]
