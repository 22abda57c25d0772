"""An editor pastes a post, and it is the editor's from then on."""

import pytest
from django.urls import reverse

from coalition.demo.builders import build_picture, build_social_post, build_user
from coalition.social.models import SocialPost
from coalition.staff.roles import PUBLISHER
from tests.opened_forms import version_of

pytestmark = pytest.mark.django_db

PASTED = {
    "text": "Neighbours first 🇮🇶 #COVID-19",
    "permalink": "https://x.com/coalition/status/7",
    "author_name": "Global Coalition",
    "author_handle": "",
    "account": "",
    "posted_at": "2020-05-14 09:30",
    "picture_alt": "",
    "action-publish": "yes",
}


@pytest.fixture
def newsroom(client):
    client.force_login(build_user(PUBLISHER))
    return client


def paste(newsroom, language="en", **fields):
    address = reverse("wagtailsnippets_social_socialpost:add")
    return newsroom.post(
        f"{address}?locale={language}", PASTED | fields, follow=True
    ).content.decode()


def change(newsroom, post, **fields):
    address = reverse("wagtailsnippets_social_socialpost:edit", args=[post.pk])
    return newsroom.post(address, PASTED | version_of(post) | fields, follow=True).content.decode()


def test_the_address_says_whose_post_it_is(newsroom):
    paste(newsroom)

    post = SocialPost.objects.get()
    assert (post.live, post.network, post.native_id) == (True, "x", "7")
    assert post.account == post.author_handle == "coalition"
    assert 'aria-label="Iraq"' in post.html
    assert "<bdi>#COVID-19</bdi>" in post.html


def test_a_repost_is_by_its_author(newsroom):
    paste(newsroom, author_name="UNDP", author_handle="@UNDPiniraq")

    post = SocialPost.objects.get()
    assert (post.author_handle, post.account, post.is_repost) == ("UNDPiniraq", "coalition", True)


def test_a_post_of_no_known_network_needs_no_account(newsroom):
    paste(newsroom, permalink="https://example.org/news/1")

    post = SocialPost.objects.get()
    assert (post.account, post.author_handle, post.is_repost) == ("", "", False)


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"permalink": "https://twitter.com/other/status/7"}, "is kept already in this language"),
        ({"permalink": "javascript:alert(1)"}, "Enter a valid URL"),
        ({"permalink": "ftp://example.org/1"}, "Enter a valid URL"),
        ({"permalink": ""}, "This field is required"),
        ({"posted_at": "0001-01-01 00:00"}, "Nobody posted anything then"),
        ({"posted_at": "soon"}, "Enter a valid date/time"),
        ({"text": ""}, "This field is required"),
    ],
)
def test_says_what_is_wrong_and_keeps_nothing(newsroom, fields, message):
    build_social_post("Kept", permalink="https://x.com/coalition/status/7")

    page = paste(newsroom, **({"permalink": "https://x.com/coalition/status/8"} | fields))

    assert message in page
    assert SocialPost.objects.get().text == "Kept"


def test_what_an_editor_changed_is_no_longer_the_archives(newsroom):
    post = build_social_post("Imported", imported_as="abc")

    change(newsroom, post, text="Changed")

    assert SocialPost.objects.get().imported_as == ""


def test_a_draft_of_an_editor_is_not_overtaken_either(newsroom):
    post = build_social_post("Imported", imported_as="abc")

    change(newsroom, post, text="Changed", **{"action-publish": ""})

    post.refresh_from_db()
    assert post.has_unpublished_changes


def test_a_picture_says_what_it_shows(newsroom):
    page = paste(newsroom, picture=build_picture().pk)

    assert "Say what the picture shows" in page
    assert not SocialPost.objects.exists()
