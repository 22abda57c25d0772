"""What stands in wide places and in narrow ones asks how wide its place is, not the screen."""

import pytest

# The least screen on which a text has margins, and its column is narrower than on a tablet.
SMALL_DESK = {"width": 960, "height": 800}
NARROW = "(place) => { place.style.inlineSize = '30rem' }"


def is_beside(first, second):
    one, other = first.bounding_box(), second.bounding_box()
    return one["x"] + one["width"] <= other["x"] or other["x"] + other["width"] <= one["x"]


@pytest.mark.parametrize("language", ["en", "ar"])
def test_who_posted_stands_beside_the_words_only_where_there_is_room(desk, language):
    desk.goto(f"/{language}/")
    author, words = desk.locator(".post__source").first, desk.locator(".post__text").first
    assert is_beside(author, words)

    desk.locator(".section__body:has(.post)").evaluate(NARROW)

    assert not is_beside(author, words)


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_table_of_words_in_the_column_of_a_text_stands_as_on_a_telephone(desk, language):
    desk.set_viewport_size(SMALL_DESK)
    desk.goto(f"/{language}/cookies/")

    cells = desk.locator(".table--of-words tbody tr").first.locator("th, td")

    assert not is_beside(cells.first, cells.last)


@pytest.mark.parametrize("width", [360, 640, 1100, 1280])
def test_what_narrows_a_list_finds_room_in_the_longest_words(desk, width):
    desk.set_viewport_size({"width": width, "height": 800})
    desk.goto("/fr/news/?kind=statement")

    beyond = desk.evaluate("document.documentElement.scrollWidth - innerWidth")
    fields = [field.bounding_box()["width"] for field in desk.locator(".filters select").all()]

    assert beyond <= 0
    assert max(fields) - min(fields) < 1
