"""A story on paper: its text and where it is from, and nothing that one would press."""

from io import BytesIO
from urllib.parse import unquote, urlsplit

import pytest
from pypdf import PdfReader

A4 = (595, 842)
# What opens by a press is open there, and its summary a heading.
TO_PRESS = ":is(nav, form, button, .menu__toggle, .skip-link, .consent-bar):visible"


@pytest.fixture(params=["en", "ar"])
def story(request, desk):
    desk.goto(f"/{request.param}/news/")
    desk.locator(".results .card__link").first.click()
    desk.wait_for_url("**/news/*/")
    return desk


def test_its_sheets_are_a4_and_name_the_source(story):
    sheets = PdfReader(BytesIO(story.pdf(prefer_css_page_size=True))).pages

    assert {(round(sheet.mediabox.width), round(sheet.mediabox.height)) for sheet in sheets} == {A4}
    assert f"://{urlsplit(story.url).netloc}/" in " ".join(each.extract_text() for each in sheets)


def test_it_tells_of_which_day_it_is_and_its_whole_address(story):
    """As laid out for paper: a PDF holds shapes of Arabic letters, and not which they are."""
    day = story.locator(".story__meta time").inner_text()

    story.emulate_media(media="print")

    printed = story.locator("body").inner_text()
    assert day in printed
    assert unquote(story.url) in printed


def test_nothing_is_left_to_press(story):
    assert story.locator(TO_PRESS).count() > 0

    story.emulate_media(media="print")

    assert (
        story.locator(TO_PRESS).evaluate_all("(left) => left.map((each) => each.outerHTML)") == []
    )
