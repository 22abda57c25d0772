"""The piece of a text that shows why it was found."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalition.search.passage import LENGTH, passage

LOREM = "lorem ipsum dolor " * 50


@pytest.mark.parametrize(
    ("text", "piece"),
    [
        ("Back to Mosul.", "Back to Mosul."),
        ("", ""),
        ("First line\nMosul", "First line Mosul"),
    ],
)
def test_a_short_text_is_shown_whole(text, piece):
    assert passage(text, ["mosul"]) == piece


def test_begins_and_ends_between_words_and_says_so():
    piece = passage(f"{LOREM}Mosul {LOREM}", ["mosul"])

    assert "Mosul" in piece
    assert piece[0] == piece[-1] == "…"
    assert set(piece.strip("…").split()) <= {"lorem", "ipsum", "dolor", "Mosul"}


def test_begins_at_the_beginning_where_the_words_are_not():
    assert passage(LOREM, ["mosul"]).startswith("lorem ipsum")


@given(st.text(max_size=600), st.text(max_size=10))
def test_is_never_longer_than_it_may_be(text, word):
    assert len(passage(text, [word])) <= LENGTH + 2
