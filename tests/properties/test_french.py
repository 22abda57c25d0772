"""French spaces are set once, and nothing else is touched."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalition.facts.french import NARROW, spaced, spaced_html

PROSE = st.text(st.sampled_from("aé1 \u00a0\u202f;:!?«»”(),.@#/&<>’\n"), max_size=40)


def without_spaces(text):
    return "".join(letter for letter in text if letter not in {" ", "\u00a0", NARROW})


@given(PROSE)
def test_twice_does_what_once_does(text):
    assert spaced(spaced(text)) == spaced(text)
    assert spaced_html(spaced_html(text)) == spaced_html(text)


@given(PROSE)
def test_nothing_but_spaces_changes(text):
    assert without_spaces(spaced(text)) == without_spaces(text)


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("Pourquoi ?", "Pourquoi_?"),
        ("Pourquoi?", "Pourquoi_?"),
        ("Quoi ?!", "Quoi_?!"),
        ("Un ; deux : trois !", "Un_; deux_: trois_!"),
        ("Il dit «Oui» et « Non ».", "Il dit «_Oui_» et «_Non_»."),
        ("Il dit : « Oui ! »", "Il dit_: «_Oui_!_»"),
        ("à 10:30, 82 % !", "à 10:30, 82 %_!"),
        ("https://x.org/?a=1;b=2 et @coalition: oui", "https://x.org/?a=1;b=2 et @coalition: oui"),
        ("press@x.org: oui", "press@x.org: oui"),
        ("", ""),
    ],
)
def test_sets_the_spaces_of_plain_text(typed, shown):
    assert spaced(typed) == shown.replace("_", NARROW)


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("<p>L’Irak &amp; nous ?</p>", "<p>L’Irak &amp; nous_?</p>"),
        ("<p>&laquo;Oui&raquo;</p>", "<p>&laquo;Oui&raquo;</p>"),
        ('<a href="/a?b:c" title="a : b">Quoi</a> ?', '<a href="/a?b:c" title="a : b">Quoi</a>_?'),
        ("<code>a ? b : c</code> !", "<code>a ? b : c</code>_!"),
    ],
)
def test_sets_the_spaces_between_tags_only(typed, shown):
    assert spaced_html(typed) == shown.replace("_", NARROW)
