"""Posts the Coalition made elsewhere, shown by us, in every language's stream."""

import re
from datetime import timedelta

import pytest

from coalition.demo.builders import build_picture, build_social_post
from coalition.demo.builders.social import A_DAY_IN_MAY
from coalition.social.models import SocialPost
from coalition.social.stream import after_post

pytestmark = pytest.mark.django_db


def build_posts(number, **fields):
    return [build_social_post(f"Post {place:02}", **fields) for place in range(number)]


def posts_on(client, address):
    return re.findall(r"Post \d\d", client.get(address).content.decode())


def next_address(client, address):
    found = re.search(r'href="([^"]*)" rel="next"', client.get(address).content.decode())
    return found and found[1]


def walk(client, address):
    """The posts of a page and of every page after it."""
    found = []
    while address:
        found += posts_on(client, address)
        address = next_address(client, address)
    return found


def test_every_post_is_found_once_even_when_many_share_a_moment(client):
    build_posts(23)

    assert walk(client, "/en/social/") == [f"Post {place:02}" for place in range(22, -1, -1)]


def test_the_home_page_begins_the_same_stream(client):
    build_posts(15)

    assert walk(client, "/en/") == [f"Post {place:02}" for place in range(14, -1, -1)]


def test_a_post_published_meanwhile_moves_nothing(client):
    build_posts(12)
    second_page = next_address(client, "/en/social/")

    build_social_post("Post 99", posted_at=A_DAY_IN_MAY + timedelta(days=1))

    assert posts_on(client, second_page) == ["Post 01", "Post 00"]


@pytest.mark.parametrize(
    "cursor", ["x", "1-", "0", "99999999999999999-1", "pp1-1", "1-1%00", "١-١", "1-1", "p1-1"]
)
def test_a_place_that_cannot_be_is_not_found(client, cursor):
    assert client.get("/en/social/", {"before": cursor}).status_code == 404


def test_the_stream_ends_with_words(client):
    [last] = build_posts(1)

    page = client.get("/en/social/", {"before": str(after_post(last))})

    assert "There are no posts here." in page.content.decode()


def test_a_place_stays_whatever_becomes_of_the_pin(client):
    build_posts(12)
    second_page = next_address(client, "/en/social/")

    SocialPost.objects.update(is_pinned=True)

    assert client.get(second_page).status_code == 200


def test_a_draft_is_in_no_stream(client):
    build_social_post("Not yet", live=False)

    assert "Not yet" not in client.get("/en/social/").content.decode()
    assert "Not yet" not in client.get("/en/").content.decode()


def test_a_post_says_its_language_and_direction(client):
    build_social_post("وزّع متطوعونا", language="ar")

    page = client.get("/en/social/").content.decode()
    assert 'class="post__text" lang="ar" dir="rtl"' in page


def test_readers_see_the_translation_where_there_is_one(client):
    english = build_social_post("Neighbours first")
    build_social_post("Les voisins", language="fr", translation_key=english.translation_key)

    assert "Neighbours first" not in client.get("/fr/social/").content.decode()
    assert "Les voisins" not in client.get("/en/social/").content.decode()
    assert "Neighbours first" in client.get("/ar/social/").content.decode()


def test_the_author_of_a_repeated_post_is_named_with_who_repeated_it(client):
    build_social_post("Look", author_name="UNDP", author_handle="UNDPiniraq", account="coalition")

    page = client.get("/en/social/").content.decode()
    assert "<bdi>UNDP</bdi>" in page
    assert "Reposted from <bdi>@UNDPiniraq</bdi> by <bdi>@coalition</bdi>" in page


def test_pinned_posts_stand_first_and_once(client):
    build_posts(12)
    long_ago = A_DAY_IN_MAY - timedelta(days=365)
    for number in (90, 91):
        build_social_post(f"Post {number}", is_pinned=True, posted_at=long_ago)

    found = walk(client, "/en/social/")

    assert found == ["Post 91", "Post 90", *(f"Post {place:02}" for place in range(11, -1, -1))]
    assert "Pinned" in client.get("/en/social/").content.decode()


def test_more_pinned_posts_than_a_page_holds_are_all_found(client):
    build_posts(3)
    for number in range(80, 92):
        build_social_post(f"Post {number}", is_pinned=True)

    found = walk(client, "/en/social/")

    assert found == [f"Post {place:02}" for place in [*range(91, 79, -1), 2, 1, 0]]


def test_a_deleted_original_is_said_to_be_and_not_linked(client):
    post = build_social_post("Kept by us", is_original_deleted=True)

    page = client.get("/en/social/").content.decode()
    assert "The original on <bdi>twitter.com</bdi> has been deleted." in page
    assert post.permalink not in page


def test_text_becomes_html_when_it_is_kept():
    post = build_social_post("In Iraq 🇮🇶 <script>", language="fr")

    kept = SocialPost.objects.get(pk=post.pk).html
    assert 'aria-label="Irak"' in kept
    assert "&lt;script&gt;" in kept


def test_an_editor_previews_a_text_before_it_is_kept():
    post = build_social_post("Kept")
    post.text = "Only #typed"

    preview = post.make_preview_request()
    assert "Only <bdi>#typed</bdi>" in preview.render().content.decode()


@pytest.mark.parametrize("alt", ["Women at sewing machines", ""])
def test_a_picture_is_shown_once_somebody_has_described_it(client, alt):
    build_social_post(picture=build_picture("Masks"), picture_alt=alt)

    assert ("post__picture" in client.get("/en/social/").content.decode()) == bool(alt)
