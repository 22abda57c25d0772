"""Which words are taken for those that tell what a picture shows."""

import pytest

from coalition.pages.telling import what_is_wrong_with


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("A gate", "en"),
        ("Une porte", "fr"),
        ("بوابة", "ar"),
        # Names keep their letters.
        ("مقر منظمة UNDP", "ar"),
        ("A banner that says أهلا", "fr"),
        ("COVID-19", "en"),
        ("Figure 3: aid by sector", "en"),
        # The interface may be in further languages.
        ("دەرگا", "ckb"),
        ("Ворота", "ru"),
    ],
)
def test_takes_words_of_the_language(words, language):
    assert what_is_wrong_with(words, language) == ""


@pytest.mark.parametrize(
    ("words", "language", "complaint"),
    [
        ("…", "en", "tells nobody"),
        ("2020", "fr", "tells nobody"),
        ("x", "en", "tells nobody"),
        ("ب", "ar", "tells nobody"),
        ("IMG_1234.jpg", "en", "name of a file"),
        ("Screenshot 2020-05-01 at 10.12.png", "fr", "name of a file"),
        ("school_opening_final", "en", "name of a file"),
        ("DSC 0042", "en", "name of a file"),
        ("IMG_1234.jpg", "ar", "name of a file"),
        ("بوابة", "en", "in the language of this page"),
        ("بوابة 2020", "fr", "in the language of this page"),
        ("A gate", "ar", "in the language of this page"),
    ],
)
def test_says_what_is_wrong_with_other_words(words, language, complaint):
    assert complaint in what_is_wrong_with(words, language)


@pytest.mark.parametrize(
    "words", ["A gate", "Children at school", "Emmanuel Macron and others", "les enfants d’Alep"]
)
def test_does_not_take_words_that_stand_on_the_page_in_another_language(words):
    assert "translated from" in what_is_wrong_with(f" {words} ", "fr", {words})


@pytest.mark.parametrize(
    "names", ["Ursula von der Leyen", "Abdel Fattah al-Sisi", "Raqqa", "Abidjan, Côte d’Ivoire"]
)
def test_names_are_the_same_in_many_languages(names):
    assert what_is_wrong_with(names, "fr", {names}) == ""
