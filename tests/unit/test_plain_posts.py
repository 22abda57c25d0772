"""Posts in a table of our own."""

import json
from datetime import UTC, datetime

import pytest

from coalition.social.exchange.files import opened
from coalition.social.exchange.post import ArchiveRefused, Options
from coalition.social.exchange.read import read_posts

ROW = {
    "address": "https://x.com/coalition/status/1",
    "posted_at": "2020-05-14T12:30:00+03:00",
    "text": "Neighbours first.",
    "account": "@coalition",
}
HEADER = "address,posted_at,text,account"


def read(path, content, **options):
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    with opened(path) as archive:
        return list(read_posts(archive, path, Options(**options)))


def test_reads_the_same_from_csv_and_json(tmp_path):
    csv = read(tmp_path / "posts.csv", f"\ufeff{HEADER}\n" + ",".join(ROW.values()) + "\n")
    json_ = read(tmp_path / "posts.json", json.dumps([ROW]))

    assert csv[0].post == json_[0].post
    assert csv[0].post.posted_at == datetime(2020, 5, 14, 9, 30, tzinfo=UTC)
    assert csv[0].post.author_name == csv[0].post.author_handle == "coalition"


def test_a_text_may_have_lines(tmp_path):
    row = 'https://x.com/a/status/1,2020-05-14,"One\r\n\r\ntwo",a'
    after = "https://x.com/a/status/2,2020-05-14,,a"

    found = read(tmp_path / "posts.csv", f"{HEADER}\n{row}\n{after}\n")

    assert found[0].post.text == "One\n\ntwo"
    assert found[1].place == "posts.csv, entry 2 (line 5)"


def test_a_picture_lies_beside_the_file(tmp_path):
    (tmp_path / "a.jpg").write_bytes(b"picture")

    [found] = read(tmp_path / "p.json", json.dumps([ROW | {"picture": "a.jpg"}]))

    assert found.post.medium.name == "a.jpg"


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ({"text": " "}, "The post has no text."),
        ({"text": None}, "“text” is missing."),
        ({"posted_at": "14/05/2020"}, "“posted_at” is no time: 14/05/2020"),
        ({"posted_at": "0001-01-01T00:00:00+14:00"}, "“posted_at” is no time"),
        ({"address": "javascript:alert(1)"}, "is no web address"),
        ({"address": f"https://x.com/{'a' * 200}"}, "more than 200 signs"),
        ({"account": ""}, "account: needed"),
        ({"account": "a" * 121}, "account: needed, and at most 120"),
        ({"likes": "12"}, "There is no column “likes”."),
        ({"picture": "../secret.jpg"}, "There is no picture “../secret.jpg” beside the file."),
        ({"picture": "/etc/hostname"}, "There is no picture “/etc/hostname” beside the file."),
    ],
)
def test_says_what_is_wrong(tmp_path, row, problem):
    folder = tmp_path / "folder"
    folder.mkdir()
    (tmp_path / "secret.jpg").write_bytes(b"secret")

    [found] = read(folder / "posts.json", json.dumps([ROW | row]))

    assert found.place == "posts.json, entry 1 (line 1)"
    assert problem in found.problem


def test_a_cell_too_many_is_wrong(tmp_path):
    row = ",".join([*ROW.values(), "more"])

    [found] = read(tmp_path / "posts.csv", f"{HEADER}\n{row}\n")

    assert "more (a cell too many)" in found.problem


def test_says_which_line_is_not_utf_8(tmp_path):
    row = ",".join(ROW.values()).encode().replace(b"first", b"\xe9")

    [found] = read(tmp_path / "posts.csv", f"{HEADER}\n".encode() + row)

    assert found.place == "posts.csv, entry 1 (line 2)"
    assert "not UTF-8" in found.problem


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ("", "the columns are address"),
        ("a,b\n1,2\n", "the columns are address"),
        (f'{HEADER}\n"open', "line 2: unexpected end of data"),
        (f'{HEADER}\n"a" b,c', "line 2: ',' expected after '\"'"),
    ],
)
def test_a_table_that_is_none_is_refused(tmp_path, content, why):
    with pytest.raises(ArchiveRefused, match=r"^posts\.csv, line") as refusal:
        read(tmp_path / "posts.csv", content)

    assert why in str(refusal.value)


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(ArchiveRefused, match="No such file"), opened(tmp_path / "none.csv"):
        pass
