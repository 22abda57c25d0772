"""Screens of ours in the back office, in the language that turns them: they bar nobody."""

import pytest

from tests.browser.axe import complaints

SCREENS = [
    "/admin/",
    "/admin/desk/partner-joins/",
    "/admin/lost-devices/",
    "/admin/partners/import/",
    "/admin/releases/",
    "/admin/releases/new/",
    "/admin/reports/broken-links/",
    "/admin/reports/facts-in-use/",
    "/admin/reports/log/",
    "/admin/reports/pages-read/",
    "/admin/reports/searches-without-results/",
    "/admin/reports/translated-texts/",
    "/admin/reports/translations/",
    "/admin/reports/violations/",
    "/admin/sessions/",
    "/admin/snippets/partners/partner/",
    "/admin/takedowns/",
]


def speak(page, language):
    page.goto("/admin/account/")
    page.locator("#id_locale-preferred_language").select_option(language)
    page.locator("main button[type=submit]").click()
    page.wait_for_load_state()


@pytest.fixture
def office(desk, sign_in):
    sign_in(desk, "admin")
    speak(desk, "ar")
    yield desk
    speak(desk, "en")


def test_our_screens_bar_nobody(office):
    found = []
    for screen in SCREENS:
        assert office.goto(screen).status == 200, screen
        assert office.locator("html").get_attribute("dir") == "rtl", screen
        found += complaints(office)

    assert found == []
