"""What axe finds on pages of every kind, in every language and state, and what hides the focus."""

import pytest

from tests.browser.addresses import pages_of_every_kind
from tests.browser.axe import RULES, complaints, complaints_in_both_schemes
from tests.browser.error_pages import error_pages
from tests.browser.staged import show
from tests.browser.states import STATES, enter, look

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
# Words that are hidden behind an edge, but for those that only screen readers are to tell.
CUT_OFF = """
() => [...document.body.querySelectorAll("*")].filter((each) => {
    const { overflowX, overflowY, clipPath } = getComputedStyle(each);
    const isHidden = (overflow) => overflow === "hidden" || overflow === "clip";
    return clipPath === "none" && each.innerText?.trim()
        && (isHidden(overflowX) && each.scrollWidth > each.clientWidth
            || isHidden(overflowY) && each.scrollHeight > each.clientHeight);
}).map((each) => each.outerHTML)
"""
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
MOVING = """
() => [...document.querySelectorAll("*")].filter((each) => {
    const { animationName, scrollBehavior, transitionDuration } = getComputedStyle(each);
    return animationName !== "none" || scrollBehavior !== "auto" || transitionDuration !== "0s";
}).map((each) => each.outerHTML)
"""
TABS = 40


def set_wide_on_a_narrow_screen(page):
    page.set_viewport_size({"width": 320, "height": 640})
    page.evaluate(WIDE_SPACING)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("screen", ["phone", "desk"])
def test_nothing_bars_anybody(request, screen, language):
    """With the notice open, as whoever comes first meets each page."""
    page = request.getfixturevalue(screen)
    page.emulate_media(color_scheme="dark" if screen == "desk" else "light")

    for address in pages_of_every_kind(page, language):
        page.goto(address)
        assert complaints(page) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("state", STATES)
def test_nor_does_any_state_of_a_page(phone, trouble, state, language):
    enter(phone, language, state)

    assert complaints_in_both_schemes(phone) == []

    # A form that is not taken says so in the console too.
    trouble.clear()


@pytest.mark.parametrize("language", LANGUAGES)
def test_nor_does_what_is_told_instead_of_a_page(phone, language):
    for status, html in error_pages(phone, language).items():
        show(phone, f"/{language}/{status}/", html)
        assert complaints_in_both_schemes(phone) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("place", ["", "news/", "search/", "cookies/"])
def test_nor_do_colours_and_spacing_of_ones_own(phone, language, place):
    phone.emulate_media(forced_colors="active")
    phone.set_viewport_size({"width": 320, "height": 640})
    phone.goto(f"/{language}/{place}")

    phone.evaluate(WIDE_SPACING)

    assert complaints(phone, COLOURS_ARE_THE_READERS) == []
    assert not phone.evaluate(SCROLLS_SIDEWAYS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_spacing_of_ones_own_cuts_nothing_off(phone, language):
    phone.set_viewport_size({"width": 320, "height": 640})

    for address in pages_of_every_kind(phone, language):
        phone.goto(address)
        phone.evaluate(WIDE_SPACING)

        assert not phone.evaluate(SCROLLS_SIDEWAYS), address
        assert phone.evaluate(CUT_OFF) == [], address


@pytest.mark.parametrize(
    ("address", "set_apart"),
    [("/en/", look), ("/ar/", look), ("/en/news/", look), ("/fr/", set_wide_on_a_narrow_screen)],
)
def test_the_notice_never_hides_what_has_the_focus(phone, address, set_apart):
    # Else the page is still on its way to what has the focus.
    phone.emulate_media(reduced_motion="reduce")
    phone.goto(address)
    phone.locator("consent-bar").get_by_role("link").first.wait_for()
    set_apart(phone)
    phone.locator("body").focus()

    for _ in range(TABS):
        phone.keyboard.press("Tab")
        assert phone.evaluate(HIDDEN_FOCUS) is None


def test_nothing_moves_for_who_asked_for_less_motion(desk):
    desk.emulate_media(reduced_motion="reduce")

    desk.goto("/en/")

    assert desk.evaluate(MOVING) == []
