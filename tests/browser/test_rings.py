"""What has the focus has a ring around it, and a whole one."""

import pytest
from playwright.sync_api import expect

from tests.browser.states import PARTNERS

# What has the focus, unless there is a line around it or what stands in its place, and one of ink
# beside it: amber alone is too light on paper. In colours of one's own the system draws one that is
# seen. The map has its own way to show where one is.
WITHOUT_RING = """
() => {
    const focused = document.activeElement;
    const isForced = matchMedia("(forced-colors: active)").matches;
    const isRinged = [getComputedStyle(focused), getComputedStyle(focused, "::after")].some(
        (style) => style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2
            && (isForced || style.boxShadow !== "none")
    );
    return isRinged || focused.ownerSVGElement ? null : focused.outerHTML;
}
"""
FOCUSABLE = "a[href], button, input, select, textarea, summary, [tabindex='0']"
# Around what has the focus: whatever ends nearer to it than its ring does.
CUTS_THE_RING = """
() => {
    const focused = document.activeElement;
    const { outlineOffset, outlineWidth } = getComputedStyle(focused);
    const reach = parseFloat(outlineOffset) + parseFloat(outlineWidth);
    const ring = focused.getBoundingClientRect();
    const cuts = (around) => {
        const { overflowX, clipPath } = getComputedStyle(around);
        if (overflowX === "visible" && clipPath === "none") return false;
        const more = reach + (parseFloat(clipPath.split("(")[1]) || 0);
        const edge = around.getBoundingClientRect();
        return ring.left - more < edge.left || ring.right + more > edge.right
            || ring.top - more < edge.top || ring.bottom + more > edge.bottom;
    };
    const found = [];
    for (let each = focused.parentElement; each; each = each.parentElement) {
        if (each !== document.body && cuts(each)) found.push(each.className);
    }
    return found;
}
"""
LINK_ITS_WORDS = """
(cell) => {
    const link = Object.assign(document.createElement("a"), { href: "#" });
    link.append(...cell.childNodes);
    cell.append(link);
}
"""
TABS = 40


def press(place):
    place.focus()
    place.press("Enter")


def load_more(page, language):
    page.goto(f"/{language}/news/")
    press(page.locator("[data-next]:visible").first)
    return page.locator(".results__item:focus")


def ask_for_a_picture(page, language):
    page.goto(f"/{language}/?pictures=later")
    press(page.locator(".waiting-picture__link").first)
    return page.locator("waiting-picture :focus")


def send_nothing(page, language):
    page.goto(f"/{language}/contact/send/")
    press(page.locator("form.contact button[type=submit]"))
    return page.locator(".error-summary")


def refuse(page, language):
    page.goto(f"/{language}/")
    press(page.locator("consent-bar button[value=refuse]"))
    return page.locator("consent-bar [data-kept]")


ACTS = [load_more, ask_for_a_picture, send_nothing, refuse]


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("act", ACTS)
def test_where_an_act_leads_the_keyboard_is_seen(desk, trouble, act, language):
    expect(act(desk, language)).to_be_focused()

    assert desk.evaluate(WITHOUT_RING) is None
    # A form that is not taken says so in the console too.
    trouble.clear()


def all_without_ring(page):
    """The keyboard was used last, so whatever is led to is where it would show."""
    page.keyboard.press("Tab")
    found = []
    for place in page.locator(FOCUSABLE).locator("visible=true").all():
        place.focus()
        found.append(page.evaluate(WITHOUT_RING))
    return [each for each in found if each]


@pytest.mark.parametrize("address", ["/en/", f"/ar/{PARTNERS['ar']}/", "/en/open-data/counter/"])
def test_whatever_has_the_focus_is_seen_beside_any_colour(desk, trouble, address):
    desk.goto(address)

    assert all_without_ring(desk) == []
    # What is made for a frame has no icon.
    trouble[:] = [each for each in trouble if not each.endswith("/favicon.ico")]


def test_the_page_as_a_whole_has_none(desk):
    desk.goto("/en/")

    press(desk.locator(".skip-link").first)

    expect(desk.get_by_role("main")).to_be_focused()
    assert desk.evaluate(WITHOUT_RING) is not None


@pytest.mark.parametrize("address", ["/en/", "/ar/news/"])
def test_the_focus_is_seen_in_colours_of_ones_own(desk, address):
    desk.emulate_media(forced_colors="active")
    desk.goto(address)

    for _ in range(TABS):
        desk.keyboard.press("Tab")
        assert desk.evaluate(WITHOUT_RING) is None


def open_what_narrows(page, language):
    page.goto(f"/{language}/search/?q=2020")
    press(page.locator(".facets__label").first)
    return page.locator(".facets__facet[open] .facets__option")


def look_at_figures(page, language):
    page.goto(f"/{language}/")
    return page.locator(".key-figures__link")


def link_in_a_table(page, language):
    page.goto(f"/{language}/cookies/")
    table = page.locator(".table").first
    table.locator("tbody th").evaluate_all(f"(cells) => cells.forEach({LINK_ITS_WORDS})")
    return table.locator("tbody th a")


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("links_in", [open_what_narrows, look_at_figures, link_in_a_table])
def test_no_edge_cuts_a_ring_off(desk, links_in, language):
    links = links_in(desk, language)

    expect(links.first).to_be_visible()
    for link in (links.first, links.last):
        link.focus()
        assert desk.evaluate(CUTS_THE_RING) == []
