"""Texts held against each other, word by word."""

from time import process_time

import pytest

from coalition.genuine.comparison import MOST_DIFFERENCES, Comparison
from coalition.genuine.words import fingerprint, words_of

OURS = (
    "Schools reopen\nTwo schools opened their doors.\nMore will follow in May.\nWater flows again."
)


def compared(theirs, ours=OURS):
    return Comparison(ours, words_of(ours), theirs, words_of(theirs))


def told(comparison):
    return [(stretch.kind, stretch.text.strip()) for stretch in comparison.stretches]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Schools  REOPEN\n", "schools reopen"),
        ("“Never again,” she said", '"Never again," she said'),
        ("l’eau potable", "l'eau potable"),
        ("« Oui »\u202f!", "«Oui»!"),
        ("co\u00adoperate", "cooperate"),
        ("2014–2020", "2014-2020"),
        ("Raqqa\u0301", "Raqqá"),
        ("اَلتَّحَالُف الدولي", "التحالف الدولي"),
        ("الـــتحالف", "التحالف"),
        ("إلى ٢٠٢٠، نعم", "الى 2020, نعم"),
        ("\u200fالموصل\u200e", "الموصل"),
    ],
)
def test_the_same_words_have_one_fingerprint(one, other):
    assert fingerprint(words_of(one)) == fingerprint(words_of(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("82 partners", "83 partners"),
        ("one partner", "one partners"),
        ("Let us eat, children", "Let us eat children"),
        ("£4 million", "€4 million"),
        ("الشريك", "شريك"),
        ("82 partners", "8² partners"),
        ("10 partners", "①0 partners"),
        ("will not come", "will n\u0336o\u0336t\u0336 come"),
    ],
)
def test_other_words_have_another(one, other):
    assert fingerprint(words_of(one)) != fingerprint(words_of(other))


@pytest.mark.parametrize(
    "excerpt",
    [
        "Two schools opened their doors.",
        "schools opened their",
        "Two schools opened their doors.\nWater flows again.",
        "reopen\nTwo schools opened their doors.\nWater",
    ],
)
def test_what_leaves_out_ends_and_whole_lines_is_an_excerpt(excerpt):
    assert compared(excerpt).is_excerpt


@pytest.mark.parametrize(
    "altered",
    [
        "Two schools opened doors.",
        "Two schools closed their doors.",
        "Two schools opened all their doors.",
        "Two schools opened their doors. Not one will follow.",
    ],
)
def test_what_leaves_out_or_adds_words_is_altered(altered):
    assert not compared(altered).is_framed


def test_whole_lines_of_others_frame_our_words():
    comparison = compared("They write:\nTwo schools opened their doors.\nSo they say.")

    assert comparison.is_framed
    assert not comparison.is_excerpt


def test_tells_what_was_left_out_and_what_was_added():
    comparison = compared(OURS.replace("Two schools", "No school").replace("again", ""))

    assert told(comparison) == [
        ("same", "Schools reopen"),
        ("missing", "Two schools"),
        ("added", "No school"),
        ("same", "opened their doors.\nMore will follow in May.\nWater flows"),
        ("missing", "again"),
        ("same", "."),
    ]


def test_leaves_out_what_is_far_from_any_difference():
    ours = " ".join(f"word{number}" for number in range(100))

    kinds = [kind for kind, _ in told(compared(ours.replace("word50", "sword"), ours))]

    assert kinds == ["gap", "same", "missing", "added", "same", "gap"]


def test_tells_of_so_many_differences_only():
    ours = " ".join(f"same{number} ours{number}" for number in range(500))

    kinds = [kind for kind, _ in told(compared(ours.replace("ours", "theirs"), ours))]

    assert kinds.count("added") == MOST_DIFFERENCES


@pytest.mark.parametrize("theirs", ["the " * 5_000, "the school " * 1_800, ". " * 10_000])
def test_no_text_makes_it_work_for_long(theirs):
    ours = "the school . of the town . and the road . " * 300
    began = process_time()

    compared(theirs[:20_000], ours)

    assert process_time() - began < 5
