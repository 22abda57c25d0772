"""The posts as a feed, in the language of its address."""

from datetime import timedelta
from xml.etree import ElementTree

import pytest

from coalition.demo.builders import build_social_post
from coalition.demo.builders.social import A_DAY_IN_MAY

pytestmark = pytest.mark.django_db

ATOM = "{http://www.w3.org/2005/Atom}"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def read(visitor, language="en"):
    response = visitor.get(f"/{language}/social/feed/")
    assert response["Content-Type"].startswith("application/atom+xml")
    return ElementTree.fromstring(response.content)  # noqa: S314 - our own feed.


def told(feed, name):
    return [element.text for element in feed.findall(f"{ATOM}entry/{ATOM}{name}")]


def test_tells_the_newest_post_first_pinned_or_not(visitor):
    build_social_post("Older", is_pinned=True)
    build_social_post("Newer", posted_at=A_DAY_IN_MAY + timedelta(days=1))

    assert told(read(visitor), "title") == ["Newer", "Older"]


def test_tells_the_text_with_its_links(visitor):
    build_social_post("See https://www.undp.org/iraq\n\n#Iraq & <b>")

    [summary] = told(read(visitor), "summary")

    assert '<a href="https://www.undp.org/iraq"' in summary
    assert "<bdi>#Iraq</bdi> &amp; &lt;b&gt;" in summary


def test_tells_who_said_it_first(visitor):
    build_social_post("Look\nhere", author_name="UNDP", author_handle="UNDPiniraq")

    feed = read(visitor)

    assert told(feed, "title") == ["Reposted from @UNDPiniraq: Look"]
    assert feed.find(f"{ATOM}entry/{ATOM}author/{ATOM}name").text == "UNDP"


def test_leads_to_the_original_while_there_is_one(visitor):
    kept = build_social_post("Kept", permalink="https://x.com/coalition/status/9")
    build_social_post("Gone", is_original_deleted=True)

    addresses = [link.get("href") for link in read(visitor).findall(f"{ATOM}entry/{ATOM}link")]

    assert addresses[0].endswith("/en/social/")
    assert addresses[1] == kept.permalink


def test_leaves_out_what_is_hidden(visitor):
    build_social_post("Hidden", live=False)

    assert told(read(visitor), "title") == []


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_says_which_language_it_is_in(visitor, language):
    assert read(visitor, language).get(LANGUAGE) == language


def test_readers_of_a_language_get_its_translation(visitor):
    english = build_social_post("Neighbours first")
    build_social_post("الجيران أولًا", language="ar", translation_key=english.translation_key)

    assert told(read(visitor, "ar"), "title") == ["الجيران أولًا"]


def test_is_sent_again_only_if_it_changed(visitor):
    build_social_post("One")
    etag = visitor.get("/en/social/feed/")["ETag"]

    assert visitor.get("/en/social/feed/", headers={"If-None-Match": etag}).status_code == 304
    build_social_post("Two")
    assert visitor.get("/en/social/feed/", headers={"If-None-Match": etag}).status_code == 200


def test_the_page_names_its_feed(visitor):
    page = visitor.get("/fr/social/").content.decode()

    assert 'type="application/atom+xml"' in page
    assert 'href="/fr/social/feed/"' in page


def test_asks_as_often_however_many_posts_there_are(visitor, django_assert_num_queries):
    for number in range(5):
        build_social_post(f"Post {number}")
    visitor.get("/en/social/feed/")

    with django_assert_num_queries(1):
        visitor.get("/en/social/feed/")
