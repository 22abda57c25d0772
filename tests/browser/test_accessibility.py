"""What axe finds on pages of every kind, in every language and state, and where the focus goes."""

import pytest

from tests.browser.addresses import pages_of_every_kind
from tests.browser.axe import RULES, complaints, complaints_in_both_schemes

COLOURS_ARE_THE_READERS = RULES | {"rules": {"color-contrast": {"enabled": False}}}
LANGUAGES = ("en", "fr", "ar")
# The spacing that readers may set by themselves (WCAG 1.4.12); no stylesheet of ours allows for it.
WIDE_SPACING = """
const sheet = new CSSStyleSheet();
sheet.replaceSync(`
    * { line-height: 1.5 !important; letter-spacing: 0.12em !important;
        word-spacing: 0.16em !important; }
    p { margin-block-end: 2em !important; }
`);
document.adoptedStyleSheets.push(sheet);
"""
# There the notice lies under the page: what it covers further up, a reader moves out by scrolling.
TO_THE_END = "scrollTo({ top: document.body.scrollHeight, behavior: 'instant' })"
SCROLLS_SIDEWAYS = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
HIDDEN_FOCUS = """
() => {
    const bar = document.querySelector(".consent-bar");
    const focused = document.activeElement;
    const place = focused.getBoundingClientRect();
    const isHidden = !bar.contains(focused) && place.height > 0
        && place.top >= bar.getBoundingClientRect().top;
    return isHidden ? focused.outerHTML : null;
}
"""
TABS = 40


def look(page):
    pass


def look_at_its_end(page):
    """On a short page the notice stands over a part of a link until one goes there."""
    page.evaluate("scrollTo(0, document.body.scrollHeight)")


def open_menu(page):
    page.locator("summary.menu__toggle").click()


def accept(page):
    page.locator("consent-bar button[value=accept]").click()
    page.locator("consent-bar [data-kept]").wait_for()


def send_nothing(page):
    page.locator("form.contact button[type=submit]").click()
    page.locator(".error-summary").wait_for()


def ask_for_a_picture(page):
    page.locator(".waiting-picture__link").first.click()
    page.locator("waiting-picture img").first.wait_for()


# Where a page is, and what somebody does there.
STATES = {
    "a menu open": ("", open_menu),
    "an answer kept": ("", accept),
    "a filter used": ("news/?kind=statement", look),
    "a filter not understood": ("news/?year=1066", look),
    "something found": ("search/?q=Mosul", look_at_its_end),
    "nothing found": ("search/?q=zzzz", look_at_its_end),
    "no page": ("not/here/", look),
    "a mistake in a form": ("contact/send/", send_nothing),
    "pictures that wait": ("?pictures=later", look),
    "a picture asked for": ("?pictures=later", ask_for_a_picture),
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("screen", ["phone", "desk"])
def test_nothing_bars_anybody(request, screen, language):
    """With the notice open, as whoever comes first meets each page."""
    page = request.getfixturevalue(screen)
    page.emulate_media(color_scheme="dark" if screen == "desk" else "light")

    for address in pages_of_every_kind(page, language):
        page.goto(address)
        page.evaluate(TO_THE_END)
        assert complaints(page) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("state", STATES)
def test_nor_does_any_state_of_a_page(phone, trouble, state, language):
    place, act = STATES[state]
    phone.goto(f"/{language}/{place}")
    act(phone)

    assert complaints_in_both_schemes(phone) == []

    # A page that is not there, or not taken, says so in the console too.
    trouble.clear()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("place", ["", "news/", "search/", "cookies/"])
def test_nor_do_colours_and_spacing_of_ones_own(phone, language, place):
    phone.emulate_media(forced_colors="active")
    phone.set_viewport_size({"width": 320, "height": 640})
    phone.goto(f"/{language}/{place}")

    phone.evaluate(WIDE_SPACING)

    assert complaints(phone, COLOURS_ARE_THE_READERS) == []
    assert not phone.evaluate(SCROLLS_SIDEWAYS)


@pytest.mark.parametrize("address", ["/en/", "/ar/", "/en/news/"])
def test_the_notice_never_hides_what_has_the_focus(phone, address):
    # Else the page is still on its way to what has the focus.
    phone.emulate_media(reduced_motion="reduce")
    phone.goto(address)
    phone.locator("consent-bar").get_by_role("link").first.wait_for()
    phone.locator("body").focus()

    for _ in range(TABS):
        phone.keyboard.press("Tab")
        assert phone.evaluate(HIDDEN_FOCUS) is None
