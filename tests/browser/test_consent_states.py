"""What axe finds in every state of consent, from the first question to a mistake.

What it finds while a notice is open or accepted on the home page, `test_accessibility` asks.
"""

import pytest

from tests.browser.axe import complaints_in_both_schemes

LANGUAGES = ["en", "fr", "ar"]


def refuse_at_the_notice(page, language):
    page.goto(f"/{language}/")
    page.locator("consent-bar button[value=refuse]").click()
    page.locator("consent-bar [data-kept]").wait_for()


def open_the_choices(page, language):
    page.goto(f"/{language}/")
    page.locator("a.consent-bar__link").first.click()
    page.wait_for_url("**/cookies/")


def press(page, choice):
    page.locator(f"main button[value={choice}]").click()


def save_a_choice(page, language):
    open_the_choices(page, language)
    page.get_by_role("checkbox").check()
    press(page, "save")
    page.locator("#receipt").wait_for()


def refuse_everything(page, language):
    open_the_choices(page, language)
    press(page, "refuse")
    page.locator("#receipt").wait_for()


def look_up_a_receipt_that_is_none(page, language):
    page.goto(f"/{language}/cookies/?receipt=unknown")


def choose_what_is_not_offered(page, language):
    open_the_choices(page, language)
    page.get_by_role("checkbox").evaluate("(box) => { box.value = 'tracking' }")
    page.get_by_role("checkbox").check()
    press(page, "save")
    page.get_by_role("alert").wait_for()


STATES = {
    "refused at the notice": refuse_at_the_notice,
    "choices open": open_the_choices,
    "a choice saved": save_a_choice,
    "everything refused": refuse_everything,
    "no such receipt": look_up_a_receipt_that_is_none,
    "a mistake": choose_what_is_not_offered,
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("state", STATES)
def test_no_state_of_consent_bars_anybody(phone, trouble, state, language):
    STATES[state](phone, language)

    assert complaints_in_both_schemes(phone) == []

    # An answer that is not taken says so in the console too.
    trouble.clear()


@pytest.mark.parametrize("language", LANGUAGES)
def test_nor_does_any_where_the_browser_says_no(objector, language):
    for place in ("", "cookies/"):
        objector.goto(f"/{language}/{place}")
        assert complaints_in_both_schemes(objector) == []

    press(objector, "accept")
    objector.locator("#receipt").wait_for()
    assert complaints_in_both_schemes(objector) == []
