"""Search compares folded text, so folding must never depend on how often or where it is done."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from coalition.pages.folding import LONGEST_WORD, fold, folded_words

ARABIC = st.text(st.characters(min_codepoint=0x0600, max_codepoint=0x06FF), max_size=40)
TEXTS = st.one_of(st.text(max_size=60), ARABIC)


@given(TEXTS)
@example("b" * (LONGEST_WORD - 1) + "so")
@example("bateauxies")
def test_folding_twice_changes_nothing(text):
    assert fold(fold(text)) == fold(text)


@given(TEXTS)
def test_case_does_not_matter(text):
    assert fold(text.casefold()) == fold(text)


@given(TEXTS, TEXTS)
def test_texts_side_by_side_fold_like_each_alone(text, other):
    assert folded_words(f"{text}\n{other}") == folded_words(text) + folded_words(other)


@given(TEXTS)
def test_nothing_is_left_that_a_search_engine_would_read_as_an_operator(text):
    words = folded_words(text)

    assert all(word.isalnum() and len(word) <= LONGEST_WORD for word in words)


@pytest.mark.parametrize(
    ("written", "looked_for"),
    [
        ("Élysée", "elysee"),
        ("Œuvre", "oeuvre"),
        ("İstanbul", "istanbul"),
        ("STRASSE", "straße"),
        ("l’accès à l’eau", "L'ACCES A L'EAU"),
        ("التحالف", "تحالف"),
        ("والتحالف", "التحالف"),
        ("للتحالف", "تحالف"),
        ("إدلب", "ادلب"),
        ("آمنة", "امنه"),
        ("الموصل", "المَوْصِل"),
        ("مدرســـة", "مدرسه"),
        ("مستشفى", "مستشفي"),
        ("٨٢", "82"),
        ("masks", "mask"),
        ("Écoles", "école"),
        ("countries", "country"),
        ("churches", "church"),
        ("classes", "class"),
        ("boxes", "box"),
        ("heroes", "hero"),
        ("days", "day"),
        ("children", "child"),
        ("women", "woman"),
        ("parties", "partie"),
        ("riches", "riche"),
        ("nationaux", "national"),
        ("bureaux", "bureau"),
        ("lieux", "lieu"),
        ("أُسَر", "اسر"),
        ("الإرهاب", "ارهاب"),
        ("co\u00adopération", "cooperation"),
    ],
)
def test_finds_a_word_however_it_is_written(written, looked_for):
    assert fold(written) == fold(looked_for)


@pytest.mark.parametrize(
    "word", ["الله", "ال", "الا", "لله", "isis", "laos", "class", "gas", "hamas"]
)
def test_leaves_a_word_that_would_lose_its_body(word):
    assert fold(word) == word


@pytest.mark.parametrize("nothing", ["", "   ", "*", '"', "« »", "_", "-- ; '", "🇮🇶"])
def test_folds_signs_to_nothing(nothing):
    assert fold(nothing) == ""
