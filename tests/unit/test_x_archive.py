"""What the archive of an account on X says."""

from datetime import UTC, datetime
from zipfile import ZipFile

import pytest

from coalition.social.exchange.files import opened
from coalition.social.exchange.post import ArchiveRefused, Options
from coalition.social.exchange.read import read_posts
from tests.archives import photo, tweet, x_archive, x_script

LINK = {"url": "https://t.co/abc", "expanded_url": "https://www.undp.org/iraq?a=b&c=d"}


def read(path, **options):
    with opened(path) as archive:
        return list(read_posts(archive, path, Options(**options)))


def only_post(tmp_path, entry, **options):
    [found] = read(x_archive(tmp_path, [entry]), **options)
    assert not found.problem
    return found.post


def test_reads_who_said_what_when_and_where(tmp_path):
    post = only_post(tmp_path, tweet("123", "Neighbours first. 🤝"))

    assert post.address == "https://x.com/coalition/status/123"
    assert (post.account, post.author_handle) == ("coalition", "coalition")
    assert post.author_name == "Global Coalition"
    assert post.posted_at == datetime(2020, 5, 14, 9, 30, tzinfo=UTC)
    assert (post.text, post.language) == ("Neighbours first. 🤝", "en")


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("1 &lt; 2 &amp; so on", "1 < 2 & so on"),
        ("the sign &amp;lt; itself", "the sign &lt; itself"),
        ("🕌https://t.co/abc", "🕌https://www.undp.org/iraq?a=b&c=d"),
        ("https://t.co/abcd not known", "https://t.co/abcd not known"),
        ("A picture https://t.co/pic", "A picture"),
    ],
)
def test_texts_are_as_people_wrote_them(tmp_path, text, read):
    entities = {"urls": [LINK], "media": [photo()]}

    assert only_post(tmp_path, tweet(text=text, entities=entities)).text == read


@pytest.mark.parametrize("destination", ["javascript:alert(1)", "", "https://a.b\n<script>"])
def test_a_short_link_stays_where_the_archive_names_no_address(tmp_path, destination):
    link = LINK | {"expanded_url": destination}

    post = only_post(tmp_path, tweet(text="https://t.co/abc", entities={"urls": [link]}))

    assert post.text == "https://t.co/abc"


def test_a_repost_is_by_its_author(tmp_path):
    mentions = [{"screen_name": "undpiniraq", "name": "UNDP Iraq"}]
    entry = tweet(text="RT @UNDPiniraq: Look!", entities={"user_mentions": mentions})

    post = only_post(tmp_path, entry)

    assert (post.author_handle, post.author_name) == ("UNDPiniraq", "UNDP Iraq")
    assert (post.account, post.text) == ("coalition", "Look!")


def test_a_long_post_is_whole(tmp_path):
    beginning = "Neighbours first &amp; always, " * 9
    link = {"shortUrl": "https://t.co/long", "expandedUrl": "https://undp.org/long"}
    core = {"text": f"{beginning}to the end. https://t.co/long", "urls": [link]}
    whole = {"noteTweet": {"createdAt": "2020-05-14T09:30:00.000Z", "core": core}}
    notes = x_script([whole], "note_tweet")

    cut = tweet(text=f"{beginning[:250]}… https://t.co/abc")
    [found] = read(x_archive(tmp_path, [cut], note_tweet=notes))

    assert found.post.text.endswith("to the end. https://undp.org/long")


def test_answers_to_others_are_left_out_unless_asked_for(tmp_path):
    answer = tweet(text="@you Thanks", in_reply_to_screen_name="you")

    [found] = read(x_archive(tmp_path, [answer]))

    assert found.left_out == "an answer to somebody else"
    assert only_post(tmp_path, answer, with_answers=True).text == "@you Thanks"


def test_a_thread_is_kept(tmp_path):
    assert only_post(tmp_path, tweet(text="2/2", in_reply_to_screen_name="Coalition")).text == "2/2"


def test_the_first_picture_is_found_and_the_rest_is_told(tmp_path):
    media = [photo(), photo(name="B.jpg"), photo(name="film.jpg", type="video")]
    entry = tweet("7", text="Look", extended_entities={"media": media})
    files = {"7-Abc.jpg": b"a", "7-B.jpg": b"b"}

    [found] = read(x_archive(tmp_path, [entry], media=files))

    assert found.post.medium.name == "data/tweets_media/7-Abc.jpg"
    assert found.lost == "more pictures: 1, films or missing files: 1"


def test_a_medium_leads_nowhere_else(tmp_path):
    (tmp_path / "secret.jpg").write_bytes(b"secret")
    media = [photo(name="../../../secret.jpg"), photo(name="..")]

    [found] = read(x_archive(tmp_path / "archive", [tweet(entities={"media": media})]))

    assert found.post.medium is None


def test_every_part_is_read_in_order(tmp_path):
    parts = {f"tweets_part{part}": x_script([tweet(str(part))], part=part) for part in (10, 2)}

    found = read(x_archive(tmp_path, [tweet("1")], **parts))

    assert [each.place.split(",")[0] for each in found] == [
        "data/tweets.js",
        "data/tweets-part2.js",
        "data/tweets-part10.js",
    ]


def test_a_zip_file_says_the_same_as_its_folder(tmp_path):
    folder = x_archive(tmp_path / "archive", [tweet()])
    with ZipFile(tmp_path / "archive.zip", "w") as file:
        for path in folder.rglob("*.js"):
            file.write(path, path.relative_to(folder))

    assert read(tmp_path / "archive.zip") == read(folder)


def test_the_file_of_posts_alone_needs_an_account(tmp_path):
    folder = x_archive(tmp_path, [tweet()], account=None)

    with pytest.raises(ArchiveRefused, match="--account"):
        read(folder / "data" / "tweets.js")
    [found] = read(folder / "data" / "tweets.js", account="coalition")
    assert found.post.account == "coalition"


@pytest.mark.parametrize(
    ("entry", "problem"),
    [
        ("text", "The entry is no object."),
        ({"tweet": []}, "“tweet” is no object."),
        (tweet("12x"), "“id_str” is no number: 12x"),
        (tweet(created_at="2020-05-14"), "“created_at” is no time: 2020-05-14"),
        (tweet(full_text=["a"]), "“full_text” is no text."),
        (tweet(text="a\x00b"), "“full_text”: There is a control character in it (U+0000)."),
        (tweet(text="half \ud83d"), "“full_text”: There is half a character in it"),
        (tweet(entities=[]), "“entities” is no object."),
        (tweet(created_at="Thu May 14 09:30:00 +0000 1066"), "posted in 1066"),
    ],
)
def test_says_which_entry_is_wrong(tmp_path, entry, problem):
    fine, found = read(x_archive(tmp_path, [tweet(), entry]))

    assert fine.post
    assert found.place == "data/tweets.js, entry 2 (line 1)"
    assert problem in found.problem


def test_says_which_entry_is_not_utf_8(tmp_path):
    folder = x_archive(tmp_path, [tweet("1"), tweet("2", "WRONG")])
    file = folder / "data" / "tweets.js"
    file.write_bytes(file.read_bytes().replace(b"WRONG", b"\xc8\xe3"))

    found = read(folder)[1]

    assert "bytes that are not UTF-8" in found.problem


def test_a_folder_that_is_no_archive_is_refused(tmp_path):
    with pytest.raises(ArchiveRefused, match="neither an archive of X"):
        read(tmp_path)


def test_a_damaged_zip_file_is_refused(tmp_path):
    (tmp_path / "a.zip").write_bytes(b"PK\x03\x04 and no more")

    with pytest.raises(ArchiveRefused, match="the zip file is damaged"):
        read(tmp_path / "a.zip")
