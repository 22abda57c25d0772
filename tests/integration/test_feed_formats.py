"""The two formats of a feed: valid by their rules, and the same in both."""

from itertools import combinations
from urllib.parse import urlencode

import pytest

from coalition.demo.builders import (
    build_line_of_effort,
    build_news_index,
    build_partner,
    build_picture,
    build_story,
    build_topic,
)
from tests.costs import queries
from tests.feed_rules import ATOM, broken_in_atom, broken_in_json
from tests.feeds import COUNTED, as_atom, as_json

pytestmark = pytest.mark.django_db

HUB = "https://hub.example/"
FILTERS = {
    "kind": "readout",
    "topic": "health",
    "partner": "iq",
    "line": "stabilisation",
    "year": "2014",
}
# What keeps a story that passes all the others from passing this one.
OTHER = {
    "kind": {"kind": "news"},
    "topic": {"topics": []},
    "partner": {"partners": []},
    "line": {"lines_of_effort": []},
    "year": {"date": "2015-12-03"},
}


@pytest.fixture
def index():
    return build_news_index(teaser="<p>All that is new.</p>")


def every_combination():
    """Queries, each with the titles of the stories that pass."""
    for number in range(1, len(FILTERS) + 1):
        for names in combinations(FILTERS, number):
            query = urlencode({name: FILTERS[name] for name in names})
            yield f"?{query}", {"All", *OTHER.keys() - set(names)}


def build_much(index):
    picture = build_picture(size=(1200, 630))
    for number in range(3):
        build_story(
            index,
            title=f"A story & its “{number}” \x07",
            teaser=f"<p>{COUNTED} &amp; more.</p>",
            picture=picture,
            topics=[build_topic(slug=f"topic-{number}")],
        )


@pytest.mark.parametrize("hub", ["", HUB])
def test_both_keep_the_rules_of_their_format(visitor, settings, index, hub):
    settings.WEBSUB_HUB = hub
    build_much(index)

    for query in ("", "?kind=news", "?kind=statement", "?kind=nonsense"):
        assert list(broken_in_atom(as_atom(visitor, index, query))) == []
        assert list(broken_in_json(as_json(visitor, index, query))) == []


def test_both_tell_of_the_same_stories(visitor, index):
    build_much(index)

    entries = as_atom(visitor, index).findall(f"{ATOM}entry")
    items = as_json(visitor, index)["items"]

    told = [entry.findtext(f"{ATOM}id") for entry in entries]
    assert told == [item["id"] for item in items]
    assert len(told) == 3


def test_both_take_every_combination_of_the_listings_filters(visitor, index):
    line = build_line_of_effort(slug="stabilisation")
    whole = {
        "kind": "readout",
        "topics": [build_topic(slug="health")],
        "partners": [build_partner("IQ")],
        "lines_of_effort": [line],
        "date": "2014-12-03",
    }
    build_story(index, title="All", **whole)
    for name, other in OTHER.items():
        build_story(index, title=name, **whole | other)

    for query, passing in every_combination():
        atom, feed = as_atom(visitor, index, query), as_json(visitor, index, query)

        assert {title.text for title in atom.findall(f"{ATOM}entry/{ATOM}title")} == passing
        assert {item["title"] for item in feed["items"]} == passing
        assert feed["feed_url"].endswith(f"/feed.json{query}")


def test_names_the_hub_that_tells_subscribers(visitor, settings, index):
    settings.WEBSUB_HUB = HUB

    response = visitor.get(f"{index.url}feed/")
    links = {link.get("rel"): link.get("href") for link in as_atom(visitor, index)}

    assert links["hub"] == HUB
    assert f'<{HUB}>; rel="hub"' in response["Link"]
    assert f'<http://testserver{index.url}feed/>; rel="self"' in response["Link"]
    assert as_json(visitor, index)["hubs"] == [{"type": "WebSub", "url": HUB}]


def test_holds_the_latest_thirty(visitor, index):
    for number in range(31):
        build_story(index, title=f"Story {number}", slug=f"story-{number}")

    assert len(as_json(visitor, index)["items"]) == 30


def test_does_not_repeat_a_filter_that_was_not_understood(visitor, index):
    answer = visitor.get(f"{index.url}feed/?kind=stranger")

    assert answer.status_code == 200
    assert b"stranger" not in answer.content


def add_stories(index, number, picture):
    linked = f'<p><a linktype="page" id="{index.pk}">News</a> of {COUNTED}.</p>'
    for _ in range(number):
        build_story(
            index,
            date=f"2020-05-{number:02}",
            teaser=f"<p>{COUNTED}</p>",
            picture=picture,
            body=[("text", linked), ("figure", {"image": picture, "is_decorative": True})],
            topics=[build_topic(slug=f"topic-{number}")] if number == 2 else [],
        )


@pytest.mark.usefixtures("values_are_kept")
@pytest.mark.parametrize("address", ["feed/", "feed.json"])
def test_costs_the_same_with_twice_the_stories(visitor, index, address):
    picture = build_picture()
    add_stories(index, 1, picture)
    few = queries(visitor, f"{index.url}{address}")

    add_stories(index, 5, picture)

    # The way 1 · the page 1 · what changed 1 · stories 1, their pictures 1 and topics 1 · pages
    # linked 1 · pictures inside 2.
    assert queries(visitor, f"{index.url}{address}") == few <= 9
