"""The listing as a feed: the same stories, the same filters, nothing that is not public."""

from pathlib import Path
from xml.etree import ElementTree

import pytest

from coalition.demo.builders import (
    build_news_index,
    build_partner,
    build_picture,
    build_story,
    home_page,
    withdraw,
)
from coalition.media.templatetags.pictures import cut_to

pytestmark = pytest.mark.django_db

ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def index():
    return build_news_index()


def read(visitor, index, query=""):
    response = visitor.get(f"{index.url}feed/{query}")
    assert response["Content-Type"].startswith("application/atom+xml")
    return ElementTree.fromstring(response.content)  # noqa: S314 - our own feed.


def titles(feed):
    return [title.text for title in feed.findall(f"{ATOM}entry/{ATOM}title")]


def test_tells_the_newest_story_first(visitor, index):
    build_story(index, title="Older", date="2020-05-01")
    build_story(index, title="Newer", date="2020-05-02")

    assert titles(read(visitor, index)) == ["Newer", "Older"]


def test_leaves_out_what_is_not_public(visitor, index):
    build_story(index, title="A draft", live=False)
    withdraw(build_story(index, title="Withdrawn"))

    assert titles(read(visitor, index)) == []


def test_leaves_out_a_picture_that_the_disk_has_lost(visitor, index):
    picture = build_picture()
    build_story(index, title="Whole", picture=picture, picture_alt="A bridge")
    Path(cut_to("share", picture).file.path).unlink()

    feed = read(visitor, index)

    assert titles(feed) == ["Whole"]
    assert not feed.findall(f"{ATOM}entry/{ATOM}link[@rel='enclosure']")


def test_tells_facts_as_of_the_storys_day(visitor, index):
    build_partner(iso_code="IQ", joined="2014-09-10")
    build_partner(iso_code="MR", joined="2020-11-30")
    build_story(
        index,
        date="2020-05-31",
        teaser='<p>Now <embed embedtype="fact" name="partners" form="counted"/>.</p>',
    )

    summary = read(visitor, index).find(f"{ATOM}entry/{ATOM}summary")

    assert summary.text == "Now 1 partner."


def test_the_listing_names_its_feed_with_its_filters(visitor, index):
    build_story(index, kind="statement")

    page = visitor.get(f"{index.url}?kind=statement").content.decode()

    assert 'type="application/atom+xml"' in page
    assert 'href="feed/?kind=statement"' in page


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_says_which_language_it_is_in(visitor, language):
    index = build_news_index(home_page(language))

    feed = read(visitor, index)

    assert feed.get("{http://www.w3.org/XML/1998/namespace}lang") == language
