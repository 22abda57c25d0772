"""Editors put a page first for certain words, in one language."""

import pytest
from django.core.exceptions import ValidationError

from coalition.demo.builders import (
    build_promotion,
    build_standard_page,
    build_story,
    home_page,
    withdraw,
)
from coalition.search.models import Promotion
from tests.reading import texts

pytestmark = pytest.mark.django_db


def promoted(visitor, words, language="en", **parameters):
    response = visitor.get(f"/{language}/search/", {"q": words} | parameters)
    return texts(response, ".promoted h3.card__title")


@pytest.mark.parametrize("typed", ["school", "Schools", "SCHÓOL"])
def test_stands_first_however_the_words_are_typed(visitor, typed):
    build_story(title="A school")
    build_promotion(build_standard_page(title="Privacy"), "Schools")

    assert promoted(visitor, typed) == ["Privacy"]


def test_stands_there_even_where_nothing_else_is_found(visitor):
    build_promotion(build_standard_page(title="Privacy"), "gdpr")

    response = visitor.get("/en/search/", {"q": "gdpr"})

    assert texts(response, ".results h3") == ["Privacy"]


def test_stands_only_for_these_words_in_this_language_unfiltered(visitor):
    build_story(title="Mosul now")
    build_story(home_page("fr"), title="Mosul")
    build_promotion(build_standard_page(title="Privacy"), "Mosul")

    assert promoted(visitor, "Mosul now") == []
    assert promoted(visitor, "Mosul", "fr") == []
    assert promoted(visitor, "Mosul", kind="news") == []


def test_stands_nowhere_while_readers_may_not_see_it(visitor):
    build_story(title="Mosul")
    page = build_standard_page(title="Canary")
    build_promotion(page)
    withdraw(page)

    assert promoted(visitor, "mosul") == []


@pytest.mark.parametrize(
    ("words", "language", "field"), [("?!", "en", "words"), ("Mosul", "fr", "page")]
)
def test_is_refused_where_it_could_never_be_seen(words, language, field):
    promotion = Promotion(
        words=words, page=build_standard_page(), locale=home_page(language).locale
    )

    with pytest.raises(ValidationError) as refusal:
        promotion.full_clean()

    assert list(refusal.value.message_dict) == [field]
