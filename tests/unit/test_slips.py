"""How far apart two words are for somebody who types in a hurry."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalition.search.distance import slips

WORDS = st.text("abc", max_size=6)


@pytest.mark.parametrize(
    ("typed", "meant", "number"),
    [
        ("mosul", "mosul", 0),
        ("mosl", "mosul", 1),
        ("mossul", "mosul", 1),
        ("mosal", "mosul", 1),
        ("mousl", "mosul", 1),
        ("", "mosul", 5),
        ("raqqa", "mosul", 5),
    ],
)
def test_counts_letters_left_out_added_mistaken_and_swapped(typed, meant, number):
    assert slips(typed, meant) == number


@given(WORDS, WORDS)
def test_is_the_same_both_ways(word, other):
    assert slips(word, other) == slips(other, word)


@given(WORDS, WORDS)
def test_is_nothing_only_between_a_word_and_itself(word, other):
    assert (slips(word, other) == 0) == (word == other)
