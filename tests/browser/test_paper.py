"""A story on paper: its text and where it is from, and nothing that one would press."""

from io import BytesIO
from urllib.parse import unquote, urlsplit

import pytest
from pypdf import PdfReader

A4 = (595, 842)
# The text on a sheet, in pixels of CSS.
SHEET = {"width": 658, "height": 971}
HIGHEST_PICTURE = 284
# What opens by a press is open there, and its summary a heading.
TO_PRESS = ":is(nav, form, button, .menu__toggle, .skip-link, .consent-bar):visible"
ELSEWHERE = "https://www.un.org/ar/sc/2019/"
LINK_ITS_LAST_WORDS = """
(text, address) => {
    const link = Object.assign(document.createElement("a"), { href: address });
    link.append(text.lastChild);
    text.append(link, ".");
}
"""
SIZE_OF_TEXT = "parseFloat(getComputedStyle(document.documentElement).fontSize)"
BEYOND_THE_SHEET = """
(parts) => parts.filter((part) => part.scrollWidth > part.clientWidth
    || part.getBoundingClientRect().right > innerWidth || part.getBoundingClientRect().left < 0
).map((part) => part.outerHTML)
"""


@pytest.fixture(params=["en", "ar"])
def story(request, desk):
    desk.goto(f"/{request.param}/news/")
    return opened(desk)


@pytest.fixture(params=["en", "ar"])
def fact_sheet(request, desk):
    """With a picture, a table, and a link to another site."""
    desk.goto(f"/{request.param}/news/?kind=fact-sheet")
    opened(desk).locator(".prose p").first.evaluate(LINK_ITS_LAST_WORDS, ELSEWHERE)
    return desk


def opened(listing):
    listing.locator(".results .card__link").first.click()
    listing.wait_for_url("**/news/*/")
    return listing


def words_on(sheets):
    return " ".join(sheet.extract_text() for sheet in sheets)


def printed(page):
    return PdfReader(BytesIO(page.pdf(prefer_css_page_size=True))).pages


def test_its_sheets_are_a4_and_name_the_source(story):
    sheets = printed(story)

    assert {(round(sheet.mediabox.width), round(sheet.mediabox.height)) for sheet in sheets} == {A4}
    assert f"://{urlsplit(story.url).netloc}/" in words_on(sheets)


def test_it_tells_of_which_day_it_is_and_its_whole_address(story):
    """As laid out for paper: a PDF holds shapes of Arabic letters, and not which they are."""
    day = story.locator(".story__meta time").inner_text()

    story.emulate_media(media="print")

    laid_out = story.locator("body").inner_text()
    assert day in laid_out
    assert unquote(story.url) in laid_out


def test_nothing_is_left_to_press(story):
    assert story.locator(TO_PRESS).count() > 0

    story.emulate_media(media="print")

    assert (
        story.locator(TO_PRESS).evaluate_all("(left) => left.map((each) => each.outerHTML)") == []
    )


def test_where_a_link_leads_is_written_from_the_left(fact_sheet):
    assert ELSEWHERE in words_on(printed(fact_sheet))


def test_tables_and_pictures_fit_the_sheet(fact_sheet):
    fact_sheet.set_viewport_size(SHEET)
    fact_sheet.emulate_media(media="print")

    parts = fact_sheet.locator("main :is(.table, .figure, .figure__picture, .prose)")
    assert parts.evaluate_all(BEYOND_THE_SHEET) == []
    assert fact_sheet.locator(".table, .figure__picture").count() >= len(("table", "picture"))
    for picture in fact_sheet.locator(".figure__picture").all():
        assert picture.bounding_box()["height"] <= HIGHEST_PICTURE


def test_arabic_is_as_much_larger_as_on_a_screen(desk):
    sizes = {}
    for language in ("en", "ar"):
        desk.goto(f"/{language}/news/")
        for medium in ("screen", "print"):
            desk.emulate_media(media=medium)
            sizes[language, medium] = desk.evaluate(SIZE_OF_TEXT)

    larger = {medium: sizes["ar", medium] / sizes["en", medium] for medium in ("screen", "print")}
    assert larger["screen"] > 1
    assert larger["print"] == pytest.approx(larger["screen"], abs=0.005)
