"""One way through the site in each language, on the smallest screen: nothing but that language."""

import pytest

from tests.browser.conftest import watched
from tests.spoken import foreign_words

SMALLEST = {"width": 320, "height": 640}
SCROLLS_SIDEWAYS = "document.documentElement.scrollWidth > document.documentElement.clientWidth"

# The words that readers press on their way, and the country they look for.
WAYS = {
    "en": ("ltr", "Menu", "Partners", "Iraq", "Search"),
    "fr": ("ltr", "Menu", "Partenaires", "Irak", "Rechercher"),
    "ar": ("rtl", "القائمة", "الشركاء", "العراق", "ابحث"),
}
COOKIES = {"en": "Cookies", "fr": "Cookies", "ar": "ملفات تعريف الارتباط"}


@pytest.fixture
def smallest(new_context, base_url, trouble):
    return watched(new_context(viewport=SMALLEST, is_mobile=True), base_url, trouble).new_page()


@pytest.mark.parametrize("language", WAYS)
def test_from_the_front_page_to_the_cookies(smallest, language):
    page = smallest
    direction, menu, partners, country, search = WAYS[language]

    def is_all_in_its_language():
        root = page.locator("html")
        assert (root.get_attribute("lang"), root.get_attribute("dir")) == (language, direction)
        assert list(foreign_words(page.content(), language)) == []
        assert not page.evaluate(SCROLLS_SIDEWAYS)

    page.goto(f"/{language}/")
    is_all_in_its_language()

    with page.expect_navigation():
        page.get_by_role("main").get_by_role("article").get_by_role("link").first.click()
    is_all_in_its_language()

    page.get_by_text(menu, exact=True).click()
    with page.expect_navigation():
        page.get_by_role("banner").get_by_role("link", name=partners, exact=True).click()
    is_all_in_its_language()
    shelf = page.get_by_role("main").get_by_role("listitem").filter(has_text=country)
    with page.expect_navigation():
        shelf.get_by_role("link").first.click()
    is_all_in_its_language()

    page.get_by_text(menu, exact=True).click()
    page.get_by_role("banner").get_by_role("searchbox").fill(country)
    with page.expect_navigation():
        page.get_by_role("banner").get_by_role("button", name=search).click()
    is_all_in_its_language()

    with page.expect_navigation():
        page.get_by_role("contentinfo").get_by_role("link", name=COOKIES[language]).click()
    is_all_in_its_language()
