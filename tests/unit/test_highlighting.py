"""Marking the words a reader looked for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalition.pages.folding import folded_words
from coalition.search.highlighting import highlighted


@pytest.mark.parametrize(
    ("text", "looked_for", "marked"),
    [
        ("Back to Mosul, today", "mosul", "Back to <mark>Mosul</mark>, today"),
        ("Les Écoles d’Irak", "ecoles irak", "Les <mark>Écoles</mark> d’<mark>Irak</mark>"),
        ("في المَوْصِل اليوم", "الموصل", "في <mark>المَوْصِل</mark> اليوم"),
        ("عودة للتحالف", "التحالف", "عودة <mark>للتحالف</mark>"),
        ("Mosulian", "mosul", "Mosulian"),
        ("Cafe\u0301 noir", "café", "<mark>Cafe\u0301</mark> noir"),
    ],
)
def test_marks_a_word_however_it_is_written(text, looked_for, marked):
    assert highlighted(text, folded_words(looked_for)) == marked


def test_leaves_no_markup_of_the_text_alive():
    assert highlighted("<b>Mosul</b> & <script>", ["mosul", "script"]) == (
        "&lt;b&gt;<mark>Mosul</mark>&lt;/b&gt; &amp; &lt;<mark>script</mark>&gt;"
    )


@given(st.text(max_size=60))
def test_changes_nothing_but_the_marks(text):
    marked = highlighted(text, folded_words(text))

    assert marked.replace("<mark>", "").replace("</mark>", "") == highlighted(text, [])
