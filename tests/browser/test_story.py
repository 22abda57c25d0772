"""A story with scripts: a link that is copied, and an editor that asks only what a kind needs."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import watched

STORY = "/en/news/small-group-ministers-meet-online/"
OWN_FIELDS = {
    "joint-statement": "Issued by",
    "press-release": "For the press",
    "fact-sheet": "Document",
    "video": "Video",
}


@pytest.fixture
def clipboard(new_context, base_url, trouble):
    """A page that may write to the clipboard; what is there can only be pasted."""
    allowed = new_context(permissions=["clipboard-write"])
    return watched(allowed, base_url, trouble).new_page()


def test_copies_its_address_and_says_so(clipboard):
    clipboard.goto(STORY)

    clipboard.get_by_role("button", name="Copy the link").click()

    expect(clipboard.locator("copy-link").get_by_role("status")).to_have_text(
        "The link has been copied."
    )
    words = clipboard.get_by_role("searchbox")
    words.press("ControlOrMeta+V")
    expect(words).to_have_value(re.compile(f"{STORY}$"))


def test_says_so_where_a_browser_does_not_let_it_copy(desk):
    desk.add_init_script("navigator.clipboard.writeText = () => Promise.reject(new Error('no'))")
    desk.goto(STORY)

    desk.get_by_role("button", name="Copy the link").click()

    expect(desk.locator("copy-link").get_by_role("status")).to_contain_text("could not be copied")


@pytest.fixture
def editor(desk, sign_in):
    """The story, open in the back office."""
    sign_in(desk, "publisher")
    desk.goto(STORY)
    title = desk.get_by_role("heading", level=1).inner_text()
    desk.goto("/admin/pages/search/?q=" + title.replace(" ", "+"))
    # Its panels come and go by script.
    with desk.expect_navigation():
        desk.get_by_role("link", name=f"Edit '{title}'").or_(
            desk.get_by_role("link", name=title, exact=True)
        ).first.click()
    return desk


def test_editors_see_only_what_the_chosen_kind_has(editor):
    for kind, heading in OWN_FIELDS.items():
        editor.get_by_label("Kind").first.select_option(kind)

        for other in OWN_FIELDS.values():
            panel = editor.get_by_role("heading", name=other, exact=True)
            expect(panel).to_be_visible(visible=other == heading)


def test_the_title_for_lists_is_counted_while_one_types(editor):
    editor.get_by_role("tab", name="Promote").click()

    field, warning = editor.get_by_label("Title in lists"), editor.locator("output")
    field.fill("x" * 90)
    expect(field).to_have_accessible_description(re.compile("Characters: 90 of 90$"))
    expect(warning).to_have_text("")

    field.fill("x" * 91)
    expect(warning).to_have_text("Characters: 91 of 90")
    # Nobody needs to be told at every key.
    field.fill("x" * 92)
    expect(field).to_have_accessible_description(re.compile("Characters: 92 of 90$"))
    expect(warning).to_have_text("Characters: 91 of 90")
