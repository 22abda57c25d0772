"""Words on a card: each script in its face, in its direction, on lines of even length."""

import pytest
from PIL import Image, ImageDraw

from coalition.cards import typesetting
from coalition.cards.typesetting import CannotSet, Type, broken, draw_line, length, runs

TITLE = Type(60, "black", is_heavy=True)


def pieces(text, *, is_rtl):
    return [(run.text, run.is_arabic) for run in runs(text, is_rtl=is_rtl)]


@pytest.mark.parametrize(
    ("text", "is_rtl", "expected"),
    [
        ("Iraq in 2020", False, [("Iraq in 2020", False)]),
        ("العراق في 2020", True, [("العراق في 2020", True)]),
        (
            "وباء COVID-19 في العراق",
            True,
            [("وباء ", True), ("COVID-19", False), (" في العراق", True)],
        ),
        ("Vision 2030 و G20", True, [("Vision 2030", False), (" و ", True), ("G20", False)]),
        ("The hashtag #جيل_يتعلم now", False, None),
    ],
)
def test_each_script_is_a_piece_of_its_own(text, is_rtl, expected):
    found = pieces(text, is_rtl=is_rtl)

    assert found == expected or expected is None
    assert "".join(piece for piece, _ in found) == text


def test_a_word_of_the_other_script_stays_whole():
    found = pieces("The hashtag #جيل_يتعلم now", is_rtl=False)

    assert ("جيل_يتعلم", True) in found


def test_what_no_face_has_is_left_out():
    assert pieces("Peace \U0001f54a now", is_rtl=False) == [("Peace  now", False)]


def test_a_narrow_space_that_must_not_break_does_not():
    assert broken("Baghouz\u202f: un an", TITLE, 10, is_rtl=False)[0] == "Baghouz\u202f:"


def test_lines_fit_and_are_even():
    title = "The Central African Republic becomes the newest partner of the Coalition"

    lines = broken(title, TITLE, 730, is_rtl=False)

    lengths = [length(line, TITLE, is_rtl=False) for line in lines]
    assert " ".join(lines) == title
    assert max(lengths) <= 730
    assert min(lengths) > max(lengths) / 2


@pytest.mark.parametrize("text", ["", "Antidisestablishmentarianism " * 2, "a"])
def test_lines_are_found_for_any_text(text):
    assert " ".join(broken(text, TITLE, 20, is_rtl=False)) == text


def inked(text, *, is_rtl):
    """From where to where a line drawn at 500 of 1000 leaves ink."""
    sheet = Image.new("L", (1000, 200), 255)
    place = (500, 120)
    draw_line(ImageDraw.Draw(sheet), place, text, Type(40, "black"), is_rtl=is_rtl)
    left, _, right, _ = Image.eval(sheet, lambda shade: 255 - shade).getbbox()
    return left, right


def test_arabic_runs_to_the_left_of_where_it_begins():
    _, right = inked("العراق و COVID-19", is_rtl=True)
    left, _ = inked("Iraq", is_rtl=False)

    assert right <= 502
    assert left >= 498


def test_arabic_letters_are_joined():
    """Set one by one, the same letters take more room."""
    word = "ننتبه"

    apart = sum(length(letter, TITLE, is_rtl=True) for letter in word)

    assert length(word, TITLE, is_rtl=True) < apart * 0.8


def test_no_arabic_is_set_where_letters_would_stand_apart(monkeypatch):
    monkeypatch.setattr(typesetting, "can_join_letters", lambda: False)

    with pytest.raises(CannotSet):
        runs("العراق", is_rtl=True)
    assert length("Iraq", TITLE, is_rtl=False) > 0
