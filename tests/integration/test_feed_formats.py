"""The two formats of a feed: valid by their rules, whole, and the same in both."""

import json
from itertools import combinations
from urllib.parse import urlencode
from xml.etree import ElementTree

import pytest

from coalition.demo.builders import (
    build_document,
    build_line_of_effort,
    build_news_index,
    build_partner,
    build_picture,
    build_story,
    build_topic,
    home_page,
    publish_page,
)
from coalition.pages.models import Correction
from tests.costs import queries
from tests.feed_rules import ATOM, broken_in_atom, broken_in_json
from tests.integration.test_blocks import build_video

pytestmark = pytest.mark.django_db

HUB = "https://hub.example/"
COUNTED = '<embed embedtype="fact" name="partners" form="counted"/>'

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


def as_atom(visitor, index, query=""):
    response = visitor.get(f"{index.url}feed/{query}")
    return ElementTree.fromstring(response.content)  # noqa: S314 - our own feed.


def as_json(visitor, index, query=""):
    response = visitor.get(f"{index.url}feed.json{query}")
    assert response["Content-Type"].startswith("application/feed+json")
    return json.loads(response.content)


def content(visitor, index):
    """The HTML of the only story, the same in both formats."""
    (entry,) = as_atom(visitor, index).findall(f"{ATOM}entry")
    (item,) = as_json(visitor, index)["items"]
    assert entry.findtext(f"{ATOM}content") == item["content_html"]
    return item["content_html"]


def every_combination():
    """Queries, each with the titles of the stories that pass."""
    for number in range(1, len(FILTERS) + 1):
        for names in combinations(FILTERS, number):
            query = urlencode({name: FILTERS[name] for name in names})
            yield f"?{query}", {"All", *OTHER.keys() - set(names)}


def enclosures(visitor, index):
    """Address, type and length of each file of the only story, the same in both formats."""
    entry = as_atom(visitor, index).find(f"{ATOM}entry")
    links = [link for link in entry.findall(f"{ATOM}link") if link.get("rel") == "enclosure"]
    told = [(link.get("href"), link.get("type"), int(link.get("length"))) for link in links]
    (item,) = as_json(visitor, index)["items"]
    assert told == [tuple(file.values()) for file in item["attachments"]]
    return told


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


def test_a_story_is_told_whole_with_numbers_of_its_day(visitor, index):
    build_partner("IQ", joined="2014-09-10")
    build_partner("MR", joined="2020-11-30")
    body = [("heading", "What changed"), ("text", f"<p>There is {COUNTED}.</p>")]
    build_story(index, date="2020-05-31", body=body)

    html = content(visitor, index)

    assert "<h2>What changed</h2>" in html
    assert "<p>There is 1 partner.</p>" in html


def test_links_inside_a_story_have_full_addresses(visitor, index):
    link = f'<p><a linktype="page" id="{index.pk}">All news</a></p>'
    build_story(index, body=[("text", link)])

    assert f'<a href="http://testserver{index.url}">All news</a>' in content(visitor, index)


def test_a_story_does_not_link_to_what_is_not_public(visitor, index):
    draft = build_story(index, title="Secret plan", slug="secret-plan", live=False)
    link = f'<p><a linktype="page" id="{draft.pk}">Read on</a></p>'
    build_story(index, body=[("text", link)])

    html = content(visitor, index)

    assert "Read on" in html
    assert "secret-plan" not in html


def test_pictures_inside_a_story_have_full_addresses(visitor, index):
    figure = {"image": build_picture(), "alt_text": "A classroom", "caption": "In Mosul"}
    build_story(index, body=[("figure", figure)])

    html = content(visitor, index)

    assert 'src="http://testserver/media/images/' in html
    assert 'alt="A classroom"' in html
    assert "srcset" not in html


@pytest.mark.parametrize(
    ("media_type", "build"),
    [
        ("image/jpeg", lambda: {"picture": build_picture(size=(1200, 630))}),
        ("video/mp4", lambda: {"kind": "video", "video": build_video()}),
        ("application/pdf", lambda: {"kind": "fact-sheet", "document": build_document()}),
    ],
)
def test_what_belongs_to_a_story_comes_with_type_and_length(visitor, index, media_type, build):
    build_story(index, **build())

    ((address, told, length),) = enclosures(visitor, index)

    assert told == media_type
    file = visitor.get(address.removeprefix("http://testserver"))
    assert len(b"".join(file.streaming_content)) == length


def test_an_identifier_outlives_title_and_address(visitor, index):
    story = build_story(index, title="Before", slug="before")
    before = as_json(visitor, index)["items"][0]

    story.title, story.slug = "After", "after"
    publish_page(story)
    after = as_json(visitor, index)["items"][0]

    assert before["url"] != after["url"]
    assert before["id"] == after["id"]


def test_translations_are_entries_of_their_own(visitor, index):
    story = build_story(index)
    french = build_news_index(home_page("fr"), translation_of=index)
    build_story(french, translation_of=story)

    (one,), (other,) = (as_json(visitor, feed)["items"] for feed in (index, french))

    assert one["id"] != other["id"]


def test_a_correction_makes_an_entry_new(visitor, index):
    story = build_story(index)
    before = as_json(visitor, index)["items"][0]

    story.corrections = [Correction(text="<p>It was Tuesday.</p>")]
    publish_page(story)
    after = as_json(visitor, index)["items"][0]

    assert after["date_modified"] > before["date_modified"]
    assert after["date_published"] == before["date_published"]


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
