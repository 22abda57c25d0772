"""Links, names, hashtags, flags and emoji in posts, as they stand on a screen in each direction."""

import re

import pytest
from playwright.sync_api import expect

ARABIC = re.compile("[\u0620-\u064a]")
# Among them each sort of name, an address that is cut, and Latin words in an Arabic post.
NAMES = {"#COVID-19", "#داعش", "@ItalyMFA", "en.unesco.org/covid19/educationresponse…"}
GLUED = {"🕌": "https://www.thenationalnews.com/", "📚": "https://en.unesco.org/"}
# Where the first character of each stands, as seen from its last.
BEGINNINGS = """
(names) => names.map((name) => {
    const range = document.createRange();
    const place = (start) => {
        range.setStart(name.firstChild, start);
        range.setEnd(name.firstChild, start + 1);
        return range.getBoundingClientRect().x;
    };
    const last = name.textContent.length - 1;
    return [name.textContent, place(0) < place(last) ? "left" : "right"];
})
"""


@pytest.fixture(params=["en", "ar"])
def posts(desk, request):
    """All posts of the demo, in whichever language they were written."""
    desk.goto(f"/{request.param}/social/")
    return desk.locator(".post__text")


def place(found):
    """How far from the left edge of the screen."""
    return found.bounding_box()["x"]


def test_a_name_or_address_begins_where_its_script_does(posts):
    beginnings = posts.locator("bdi:not([role])").evaluate_all(BEGINNINGS)

    assert {name for name, _ in beginnings} >= NAMES
    for name, beginning in beginnings:
        assert beginning == ("right" if ARABIC.search(name) else "left"), name


def test_what_stands_side_by_side_follows_the_direction_of_its_post(posts):
    arabic = posts.filter(has_text="@ItalyMFA")
    english = posts.filter(has_text="@UNICEFiraq")

    italy, states = arabic.get_by_text("@ItalyMFA"), arabic.get_by_text("@StateDept")
    assert place(italy) > place(states)
    italy, states = arabic.get_by_label("إيطاليا"), arabic.get_by_label("الولايات المتحدة")
    assert place(italy) > place(states)
    learns, covid = english.get_by_text("#ThisGenerationLearns"), english.get_by_text("#COVID-19")
    assert place(learns) < place(covid)


def test_an_address_leads_on_without_the_emoji_that_it_is_glued_to(posts):
    for emoji, address in GLUED.items():
        link = posts.filter(has_text=emoji).get_by_role("link")

        expect(link).to_have_attribute("href", re.compile(f"^{address}[ -~]+$"))
        expect(link).not_to_contain_text(emoji)


def test_a_flag_says_its_country_in_the_language_of_its_post(posts):
    flags = {"Denmark": "🇩🇰", "Irak": "🇮🇶", "إيطاليا": "🇮🇹", "الولايات المتحدة": "🇺🇸"}

    for country, flag in flags.items():
        expect(posts.get_by_role("img", name=country, exact=True)).to_have_text(flag)
