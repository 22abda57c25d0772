"""French is kept in its spaces, wherever somebody here writes it."""

import pytest

from coalition.demo.builders import (
    build_menu,
    build_site_texts,
    build_social_post,
    build_standard_page,
    build_story,
    home_page,
)
from coalition.demo.builders.rows import locale
from news.models import Topic

pytestmark = pytest.mark.django_db

NARROW = "\u202f"


def test_in_a_row():
    texts = build_site_texts("fr", tagline="Ensemble !")

    assert texts.tagline == f"Ensemble{NARROW}!"


def test_in_the_rows_that_belong_to_a_row():
    menu = build_menu("fr", links=[{"label": "Qui ?", "address": "https://x.example/?a=1"}])

    assert menu.items.get().label == f"Qui{NARROW}?"
    assert menu.items.get().address == "https://x.example/?a=1"


def test_in_the_blocks_of_a_page():
    quote = {"text": "Pourquoi ?", "speaker": "Une voisine : elle", "role": ""}
    story = build_story(home_page("fr"), body=[("quote", quote)])

    assert story.body[0].value["text"] == f"Pourquoi{NARROW}?"
    assert story.body[0].value["speaker"] == f"Une voisine{NARROW}: elle"


def test_in_a_row_without_revisions():
    topic = Topic(name="Et après ?", slug="apres", locale=locale("fr"))
    topic.full_clean()

    assert topic.name == f"Et après{NARROW}?"


def test_not_where_there_is_no_room_for_one_more_letter():
    texts = build_site_texts("fr", short_name="a" * 29 + "!")

    assert texts.short_name == "a" * 29 + "!"


def test_not_in_other_languages():
    assert build_standard_page(title="Why ?").title == "Why ?"


def test_not_in_what_was_posted_elsewhere():
    assert build_social_post("Quoi ?", language="fr").text == "Quoi ?"
