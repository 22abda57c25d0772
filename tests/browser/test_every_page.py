"""What holds for a page of every kind, in every language, on a telephone and on a desk.

That none complains in the console or asks another host for anything is watched by the fixtures.
"""

import pytest

from tests.browser.addresses import pages_of_every_kind

DIRECTIONS = {"en": "ltr", "fr": "ltr", "ar": "rtl"}
SCROLLS_SIDEWAYS = "document.documentElement.scrollWidth > document.documentElement.clientWidth"

ONE_LONG_WORD = """
document.querySelectorAll("main :is(h1, h2, h3, [aria-current=page])").forEach((title) => {
    (title.querySelector("a") ?? title).textContent = "word".repeat(25);
});
"""


@pytest.fixture(params=["phone", "desk"])
def page(request):
    return request.getfixturevalue(request.param)


@pytest.fixture(params=DIRECTIONS)
def language(request):
    return request.param


@pytest.fixture
def addresses(page, language):
    return pages_of_every_kind(page, language)


def test_is_sound_and_sets_no_cookie_before_a_choice(page, language, addresses):
    for address in addresses:
        answer = page.goto(address)

        assert answer.status == 200, address
        root = page.locator("html")
        assert root.get_attribute("lang") == language, address
        assert root.get_attribute("dir") == DIRECTIONS[language], address
        assert page.get_by_role("heading", level=1).count() == 1, address
        assert not page.evaluate(SCROLLS_SIDEWAYS), address

    assert page.context.cookies() == []


def test_a_title_of_one_long_word_stays_on_the_page(page, language, addresses):
    for address in addresses:
        page.goto(address)

        page.evaluate(ONE_LONG_WORD)

        assert not page.evaluate(SCROLLS_SIDEWAYS), address
