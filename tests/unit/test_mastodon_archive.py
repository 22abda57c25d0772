"""What the outbox of a Mastodon account says."""

import json
from datetime import UTC, datetime

import pytest

from coalition.social.exchange.files import opened
from coalition.social.exchange.html_text import text_of
from coalition.social.exchange.post import Options
from coalition.social.exchange.read import read_posts
from tests.archives import ACTOR, PUBLIC, activity, create, note, outbox

PICTURE = {
    "type": "Document",
    "mediaType": "image/jpeg",
    "url": "/media_attachments/files/1/a.jpg",
    "name": "Baskets of food",
}


def read(path, **options):
    with opened(path) as archive:
        return list(read_posts(archive, path, Options(**options)))


def only(tmp_path, entry, **options):
    [found] = read(outbox(tmp_path, entry), **options)
    assert not found.problem
    return found


def test_reads_who_said_what_when_and_where(tmp_path):
    post = only(tmp_path, create("<p>Bonjour</p>", 7, contentMap={"fr": "<p>Bonjour</p>"})).post

    assert post.address == "https://social.example/@coalition/7"
    assert post.account == post.author_handle == "coalition@social.example"
    assert post.author_name == "Global Coalition"
    assert post.posted_at == datetime(2020, 5, 14, 9, 30, tzinfo=UTC)
    assert (post.text, post.language) == ("Bonjour", "fr")


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>One</p><p>Two<br>lines</p>", "One\n\nTwo\nlines"),
        ("1 &lt; 2 &amp;amp; so on", "1 < 2 &amp; so on"),
        (
            '<a href="https://undp.org/long/way"><span class="invisible">https://</span>'
            '<span class="ellipsis">undp.org/lo</span></a>.',
            "https://undp.org/long/way.",
        ),
        ('<a href="https://social.example/tags/Iraq">#<span>Iraq</span></a>', "#Iraq"),
        ('<a href="https://social.example/@UNDP">@<span>UNDP</span></a>', "@UNDP"),
        ('<a href="javascript:alert(1)">here</a>', "here"),
        ("<script>alert(1)</script>Fine<style>p {}</style>", "Fine"),
        ("<ul><li>One</li><li>Two</li></ul>", "– One\n– Two"),
        ("Not <b", "Not <b"),
        ('<img src="x" onerror="alert(1)">No', "No"),
    ],
)
def test_html_is_read_as_what_its_author_typed(html, text):
    assert text_of(html) == text


def test_a_warning_stands_before_the_words(tmp_path):
    assert only(tmp_path, create("<p>Words</p>", summary="Loss")).post.text == "Loss\n\nWords"


@pytest.mark.parametrize("cc", [[], [f"{ACTOR}/followers"], ["https://social.example/users/you"]])
def test_what_is_not_public_is_left_out(tmp_path, cc):
    assert only(tmp_path, create(to=[f"{ACTOR}/followers"], cc=cc)).left_out == "not public"


def test_what_is_public_but_unlisted_is_kept(tmp_path):
    assert only(tmp_path, create(to=[f"{ACTOR}/followers"], cc=[PUBLIC])).post


def test_the_archive_says_nothing_of_most_reposts(tmp_path):
    found = only(tmp_path, activity("Announce", "https://other.example/@undp/1"))

    assert found.left_out == "a repost whose text is not in the archive"


def test_a_repost_is_by_its_author(tmp_path):
    theirs = note("<p>Look!</p>", attributedTo="https://other.example/users/undp")

    post = only(tmp_path, activity("Announce", theirs)).post

    assert post.author_handle == post.author_name == "undp@other.example"
    assert post.account == "coalition@social.example"


def test_answers_to_others_are_left_out_unless_asked_for(tmp_path):
    answer = create(inReplyTo="https://other.example/users/undp/statuses/1")

    assert only(tmp_path, answer).left_out == "an answer to somebody else"
    assert only(tmp_path, answer, with_answers=True).post


def test_a_thread_is_kept(tmp_path):
    assert only(tmp_path, create(inReplyTo=f"{ACTOR}/statuses/1")).post


def test_a_picture_comes_with_its_alt_text(tmp_path):
    file = tmp_path / "media_attachments" / "files" / "1" / "a.jpg"
    file.parent.mkdir(parents=True)
    file.write_bytes(b"picture")

    medium = only(tmp_path, create(attachment=[PICTURE])).post.medium

    assert (medium.name, medium.alt) == ("media_attachments/files/1/a.jpg", "Baskets of food")


@pytest.mark.parametrize("url", ["/../../etc/passwd", "https://[", "/", ""])
def test_a_picture_leads_nowhere_else(tmp_path, url):
    [found] = read(outbox(tmp_path, create(attachment=[PICTURE | {"url": url}])))

    assert not (found.post and found.post.medium)


def test_an_outbox_of_another_name_is_known_by_what_it_is(tmp_path):
    file = outbox(tmp_path, create()) / "outbox.json"

    assert read(file.rename(tmp_path / "posts-2020.json"))[0].post


@pytest.mark.parametrize(
    ("entry", "problem"),
    [
        ("text", "The entry is no object."),
        (create(published="yesterday") | {"published": None}, "“published” is no time"),
        (create(content=["<p>"]), "“content” is no text."),
        (create("<p>\x00</p>"), "“content”: There is a control character in it (U+0000)."),
        (create("<p>\udce9</p>"), "“content”: There is half a character in it"),
        (create("<p>Hello</p>", url="javascript:alert(1)"), "is no web address"),
        (create("<p>Hello</p>") | {"actor": "nobody"}, "“nobody” is the address of nobody."),
    ],
)
def test_says_which_entry_is_wrong(tmp_path, entry, problem):
    (tmp_path / "outbox.json").write_text(json.dumps({"orderedItems": [create(), entry]}))

    fine, found = read(tmp_path)

    assert fine.post
    assert found.place == "outbox.json, entry 2 (line 1)"
    assert problem in found.problem
