"""A slip of the finger is met with a guess, on either database."""

import pytest

from coalition.demo.builders import build_story, home_page
from coalition.demo.builders import withdraw as withdraw_page
from tests.reading import links, texts

pytestmark = pytest.mark.django_db


def guess(visitor, typed, language="en"):
    response = visitor.get(f"/{language}/search/", {"q": typed})
    return texts(response, ".empty__guess a")


@pytest.mark.parametrize(
    ("language", "title", "typed", "meant"),
    [
        ("en", "Stabilisation of Fallujah", "falujah", "fallujah"),
        ("en", "Stabilisation of Fallujah", "stabilsation fallujha", "stabilisation fallujah"),
        ("fr", "Écoles à Mossoul", "écoels", "écoles"),
        ("ar", "عودة المدارس إلى الموصل", "الموصصل", "الموصل"),
    ],
)
def test_guesses_what_was_meant(visitor, language, title, typed, meant):
    build_story(home_page(language), title=title)

    assert guess(visitor, typed, language) == [meant]


def test_the_guess_leads_to_what_was_meant(visitor):
    build_story(title="Fallujah")
    response = visitor.get("/en/search/", {"q": "falujah"})

    answer = visitor.get(links(response, ".empty__guess a")["fallujah"])

    assert texts(answer, ".results h3") == ["Fallujah"]


@pytest.mark.parametrize("typed", ["qwertyuiop", "falluj", "mos", "fallujah qwertyuiop"])
def test_guesses_nothing_that_is_too_far_away(visitor, typed):
    build_story(title="Fallujah, Mosul")

    assert guess(visitor, typed) == []


def test_guesses_no_word_that_only_unreadable_pages_say(visitor):
    withdraw_page(build_story(title="Canaries"))

    assert guess(visitor, "canareis") == []
