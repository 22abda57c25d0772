"""Ways through the site for somebody who has keys and no mouse, from left and from right."""

import re

import pytest
from playwright.sync_api import expect

ABOUT = {"en": "what-is-the-coalition", "ar": "ما-هو-التحالف"}
# More than any of these pages has to stop at.
STOPS = 150
HAS_FOCUS = "each => each === document.activeElement"


@pytest.fixture(params=["en", "ar"])
def language(request):
    return request.param


def walk_to(page, place):
    for _ in range(STOPS):
        page.keyboard.press("Tab")
        if place.evaluate(HAS_FOCUS):
            return
    pytest.fail(f"No key leads to {place}.")


def test_the_first_key_skips_what_every_page_has(phone, language):
    phone.goto(f"/{language}/")

    phone.keyboard.press("Tab")
    phone.keyboard.press("Enter")

    expect(phone.get_by_role("main")).to_be_focused()
    phone.keyboard.press("Tab")
    expect(phone.locator("main :focus")).to_be_visible()


def test_the_menu_opens_leads_on_and_closes(phone, language):
    phone.goto(f"/{language}/")
    toggle, menu = phone.locator("summary.menu__toggle"), phone.locator("nav.nav")

    walk_to(phone, toggle)
    phone.keyboard.press("Enter")
    expect(menu).to_be_visible()
    phone.keyboard.press("Tab")
    expect(menu.locator(":focus")).to_be_visible()
    phone.keyboard.press("Escape")

    expect(menu).to_be_hidden()
    expect(toggle).to_be_focused()


def test_the_notice_takes_a_no_and_says_so(phone, language):
    phone.goto(f"/{language}/search/")
    notice = phone.locator("consent-bar")

    walk_to(phone, notice.locator("button[value=refuse]"))
    phone.keyboard.press("Enter")

    expect(notice.locator("[data-kept]")).to_be_focused()


def test_an_answer_opens_and_closes(phone, language):
    phone.goto(f"/{language}/{ABOUT[language]}/")
    answer = phone.locator(".accordion__text").first

    walk_to(phone, phone.locator(".accordion__summary").first)
    phone.keyboard.press("Enter")
    expect(answer).to_be_visible()
    phone.keyboard.press("Space")

    expect(answer).to_be_hidden()


def test_a_list_is_narrowed_and_leads_to_older_stories(phone, language):
    phone.goto(f"/{language}/news/")

    walk_to(phone, phone.locator("select[name=kind]"))
    phone.keyboard.press("ArrowDown")
    walk_to(phone, phone.locator(".filters button"))
    phone.keyboard.press("Enter")
    phone.wait_for_url(re.compile(r"[?&]kind=[a-z]"))

    walk_to(phone, phone.locator(".filters__clear"))
    phone.keyboard.press("Enter")
    phone.wait_for_url(re.compile("/news/$"))
    walk_to(phone, phone.locator(".ways-on__link[rel=next]"))
    phone.keyboard.press("Enter")

    expect(phone).to_have_url(re.compile(r"[?&]before="))


def test_a_mistake_in_a_form_is_where_one_goes_on(phone, trouble, language):
    phone.goto(f"/{language}/contact/send/")

    walk_to(phone, phone.locator("form.contact button"))
    phone.keyboard.press("Enter")

    expect(phone.locator(".error-summary")).to_be_focused()
    phone.keyboard.press("Tab")
    phone.keyboard.press("Enter")
    expect(phone.locator("[aria-invalid=true]").first).to_be_focused()
    # A form that is not taken says so in the console too.
    trouble.clear()
