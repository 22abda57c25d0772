"""What a feed tells of each story: whole, with its files, the same in both formats."""

import pytest

from coalition.demo.builders import (
    build_document,
    build_news_index,
    build_partner,
    build_picture,
    build_story,
    home_page,
    publish_page,
)
from coalition.pages.models import Correction
from tests.feed_rules import ATOM
from tests.feeds import COUNTED, as_atom, as_json
from tests.integration.test_blocks import build_video

pytestmark = pytest.mark.django_db


@pytest.fixture
def index():
    return build_news_index(teaser="<p>All that is new.</p>")


def content(visitor, index):
    """The HTML of the only story, the same in both formats."""
    (entry,) = as_atom(visitor, index).findall(f"{ATOM}entry")
    (item,) = as_json(visitor, index)["items"]
    assert entry.findtext(f"{ATOM}content") == item["content_html"]
    return item["content_html"]


def enclosures(visitor, index):
    """Address, type and length of each file of the only story, the same in both formats."""
    entry = as_atom(visitor, index).find(f"{ATOM}entry")
    links = [link for link in entry.findall(f"{ATOM}link") if link.get("rel") == "enclosure"]
    told = [(link.get("href"), link.get("type"), int(link.get("length"))) for link in links]
    (item,) = as_json(visitor, index)["items"]
    assert told == [tuple(file.values()) for file in item["attachments"]]
    return told


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
