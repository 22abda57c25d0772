"""JSON of any size, read an entry at a time, and its mistakes found where they stand."""

import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalition.social.exchange import json_stream
from coalition.social.exchange.json_stream import JSONStream
from coalition.social.exchange.post import ArchiveRefused

JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.text(max_size=10),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=8,
)


def entries(content):
    return list(JSONStream(io.BytesIO(content), "tweets.js").entries())


@pytest.fixture
def tiny_chunks(monkeypatch):
    monkeypatch.setattr(json_stream, "CHUNK", 3)


@given(st.lists(JSON_VALUES, max_size=6), st.sampled_from([None, 2]), st.integers(1, 40))
def test_reads_what_json_reads_wherever_the_chunks_end(values, indent, chunk):
    content = json.dumps(values, indent=indent, ensure_ascii=False).encode()

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(json_stream, "CHUNK", chunk)
        assert [value for _, _, value in entries(content)] == values


@given(st.dictionaries(st.text(max_size=4), JSON_VALUES, max_size=3), st.lists(JSON_VALUES))
def test_finds_a_list_among_other_things(others, values):
    content = json.dumps(others | {"orderedItems": values}).encode()

    found = JSONStream(io.BytesIO(content), "outbox.json").entries_of("orderedItems")

    assert [value for _, _, value in found] == values


def test_numbers_entries_and_lines_from_one():
    assert entries(b'[\n  {"a": "b"},\n\n  "c"\n]') == [(1, 2, {"a": "b"}), (2, 4, "c")]


@pytest.mark.usefixtures("tiny_chunks")
def test_a_number_is_not_cut_where_a_chunk_ends():
    assert entries(b"[1234567, 89]") == [(1, 1, "1234567"), (2, 1, "89")]


def test_leaves_out_what_makes_a_script_of_it():
    assert entries(b'\xef\xbb\xbf window.YTD.tweets.part0 = [ "a" ] ;') == [(1, 1, "a")]


@pytest.mark.parametrize(
    ("content", "where"),
    [
        (b"", "line 1: a list was expected"),
        (b"window.YTD.tweets.part0 = ", "line 1: a list was expected"),
        (b"alert(1)", "line 1: a list was expected"),
        ('["a"]'.encode("utf-16"), "line 1: a list was expected"),
        (b'[\n"a",\n"b"', "line 3: a comma or the end of the list is missing after entry 2"),
        (b'[\n"a"\n"b"]', "line 3: a comma or the end of the list is missing after entry 1"),
        (b'[\n"a",\n{"b":\n\n?}]', "line 5: entry 2: Expecting value"),
        (b'[{"a": "b', "line 1: entry 1: Unterminated string"),
        (b'["a", ]', "line 1: entry 2: Expecting value"),
        (b'["a"] ["b"]', "line 1: there is something after the end"),
        (b'[{"a": "\n"}]', "line 1: entry 1: Invalid control character"),
        (b"[" * 100_000, "entry 1: lists within lists"),
    ],
)
def test_says_where_it_is_damaged(content, where):
    with pytest.raises(ArchiveRefused, match=r"^tweets\.js, ") as refusal:
        entries(content)

    assert where in str(refusal.value)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"[]", "does not begin with {"),
        (b'{"type": "Person"}', "there is no “orderedItems”"),
        (b'{"orderedItems": {}}', "a list was expected"),
        (b'{"orderedItems": []', "the end of the object is missing"),
        (b'{"orderedItems" []}', "a colon is missing"),
    ],
)
def test_says_what_an_object_lacks(content, why):
    with pytest.raises(ArchiveRefused, match=why):
        list(JSONStream(io.BytesIO(content), "outbox.json").entries_of("orderedItems"))


def test_an_entry_without_end_is_given_up(monkeypatch):
    monkeypatch.setattr(json_stream, "MOST_SIGNS", 1000)
    monkeypatch.setattr(json_stream, "CHUNK", 100)
    stream = JSONStream(io.BytesIO(b'["' + b"a" * 100_000), "tweets.js")

    with pytest.raises(ArchiveRefused, match="longer than 1000 signs"):
        list(stream.entries())

    assert len(stream.buffer) < 5_000
