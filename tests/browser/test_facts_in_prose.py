"""An editor quotes a fact, by keyboard and by mouse, and readers are told it."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.axe import complaints
from tests.browser.conftest import let_its_second_pass


@pytest.fixture
def teaser(desk, sign_in, request):
    """The teaser of a new page in the editor, ready to be written."""
    desk.bring_to_front()
    sign_in(desk, "publisher")
    desk.goto("/admin/pages/")
    home = desk.get_by_role("link", name="The Global Coalition against Daesh", exact=True)
    number = home.first.get_attribute("href").split("/")[3]
    desk.goto(f"/admin/pages/add/pages/standardpage/{number}/")
    desk.get_by_role("textbox", name="Title").first.fill(request.function.__name__)
    teaser = desk.locator("[data-contentpath=teaser] [role=textbox]")
    teaser.click()
    return teaser


def ask_for_a_fact(teaser):
    """By keyboard alone: the command palette, then the dialog."""
    teaser.page.keyboard.type("/")
    expect(teaser.page.get_by_role("option", name="Fact:")).to_be_visible()
    teaser.page.keyboard.press("ArrowDown")
    teaser.page.keyboard.press("Enter")
    expect(teaser.page.get_by_role("heading", name="Insert a fact")).to_be_visible()
    expect(teaser.page.locator(".modal")).to_be_focused()


def choose(teaser, form):
    teaser.page.locator(f".modal [data-name=partners][data-form={form}]").press("Enter")
    expect(teaser.page.locator(".modal")).to_have_count(0)
    expect(teaser).to_be_focused()


def save_draft(desk, words):
    """Once Draftail, which takes a moment, has handed these words to the form."""
    expect(desk.locator("#id_teaser")).to_have_value(re.compile(re.escape(words)))
    desk.get_by_role("button", name="Save draft").click()
    saved = re.compile("Page '.+' (created|has been updated)")
    expect(desk.get_by_role("status").first).to_have_text(saved)
    # What is said stands at the top, what acts on the draft further down.
    desk.wait_for_load_state()


def test_a_fact_is_chosen_saved_reopened_published_and_read(desk, teaser):
    desk.keyboard.type("We are ")
    ask_for_a_fact(teaser)
    choose(teaser, "counted")
    desk.keyboard.type(" strong.")
    expect(teaser).to_have_text("We are 82 partners strong.")

    save_draft(desk, "strong.")
    desk.reload()
    expect(teaser.locator("mark")).to_have_text("82 partners")

    desk.get_by_role("button", name="More actions").last.click()
    desk.get_by_role("button", name="Publish", exact=True).click()
    desk.get_by_role("link", name="View live").click()
    expect(desk.get_by_text("We are 82 partners strong.")).to_be_visible()
    description = desk.locator("meta[name=description]")
    expect(description).to_have_attribute("content", "We are 82 partners strong.")
    # Nor is the next test lent what stood where this page is named.
    let_its_second_pass(desk)


def test_the_dialog_bars_nobody(desk, teaser):
    ask_for_a_fact(teaser)

    assert complaints(desk, part=".modal-body") == []


def test_a_dialog_closed_without_a_choice_gives_the_focus_back(desk, teaser):
    ask_for_a_fact(teaser)

    desk.keyboard.press("Escape")

    expect(teaser).to_be_focused()
    desk.keyboard.type("Written on")
    expect(teaser).to_have_text("Written on")


def test_changed_words_are_no_fact_any_more_until_that_is_undone(desk, teaser):
    ask_for_a_fact(teaser)
    choose(teaser, "number")
    expect(teaser.locator("mark")).to_have_count(1)

    desk.keyboard.press("ArrowLeft")
    desk.keyboard.type("5")

    expect(teaser).to_have_text("852")
    expect(teaser.locator("mark")).to_have_count(0)
    desk.keyboard.press("ControlOrMeta+z")
    expect(teaser.locator("mark")).to_have_text("82")


def test_a_fact_tells_its_name_and_is_removed_with_its_words(desk, teaser):
    desk.keyboard.type("The ")
    ask_for_a_fact(teaser)
    choose(teaser, "ordinal")

    teaser.locator("mark").click()
    expect(desk.get_by_text("Number of partners")).to_be_visible()
    desk.get_by_role("button", name="Remove").click()

    expect(teaser).to_have_text("The")
    expect(teaser.locator("mark")).to_have_count(0)


def test_a_typed_number_is_replaced_by_one_press(desk, teaser):
    desk.keyboard.type("We are 82 members.")
    save_draft(desk, "82 members.")

    desk.get_by_role("button", name="Replace with a fact: 82 members").click()

    expect(desk.get_by_text("The fact stands in the draft.")).to_be_visible()
    expect(teaser.locator("mark")).to_have_text("82")
    expect(teaser).to_have_text("We are 82 members.")
