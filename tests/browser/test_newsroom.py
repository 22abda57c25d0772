"""A day in the newsroom: everybody signs in, and what is published is seen within a second."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import let_its_second_pass, watched

EVERYBODY = ["admin", "editor", "publisher", "partner-manager"]


@pytest.mark.parametrize("username", EVERYBODY)
def test_signs_in_everybody_who_works_here(desk, sign_in, username):
    sign_in(desk, username)

    expect(desk.get_by_role("heading", level=1)).to_be_visible()


def test_a_publisher_changes_a_story_and_readers_see_it(
    desk, sign_in, new_context, base_url, trouble
):
    sign_in(desk, "publisher")
    desk.goto("/en/news/")
    story = desk.locator(".card a").first.get_attribute("href")
    title = desk.locator(".card a").first.inner_text()
    desk.goto("/admin/pages/search/?q=" + title.replace(" ", "+"))
    # Its menus open by script.
    with desk.expect_navigation():
        desk.get_by_role("link", name=f"Edit '{title}'").or_(
            desk.get_by_role("link", name=title, exact=True)
        ).first.click()
    field = desk.get_by_role("textbox", name="Title", exact=False).first
    field.fill(f"{title}, corrected")
    desk.get_by_role("button", name="More actions").click()
    desk.get_by_role("button", name="Publish", exact=True).click()
    expect(desk.locator(".messages")).to_contain_text("published")
    let_its_second_pass(desk)

    visitor = watched(new_context(), base_url, trouble).new_page()
    visitor.goto(story)

    expect(visitor.get_by_role("heading", level=1)).to_have_text(f"{title}, corrected")
