"""What moves on the front page, with script and without."""

import re

from playwright.sync_api import expect

HOME = re.compile(r"/en/$")
SHOWN_AT_FIRST = 3


def posts_on(page):
    return page.get_by_role("figure").filter(has=page.get_by_role("link", name="The post on"))


def test_more_posts_come_without_leaving_the_page(desk):
    desk.goto("/en/")
    desk.get_by_role("link", name="Load more posts").click()

    expect(posts_on(desk).nth(SHOWN_AT_FIRST)).to_be_visible()
    expect(desk).to_have_url(HOME)
    expect(desk.get_by_role("status").filter(has_text="more posts are shown")).to_have_count(1)


def test_the_reader_stands_at_the_first_of_the_posts_that_came(desk):
    desk.goto("/en/")
    desk.get_by_role("link", name="Load more posts").click()

    first_that_came = desk.get_by_role("listitem").filter(has=posts_on(desk)).nth(SHOWN_AT_FIRST)
    expect(first_that_came).to_be_focused()


def test_posts_that_cannot_come_say_so_and_stay_a_link_away(desk, trouble):
    desk.goto("/en/")
    desk.route("**/social/**", lambda route: route.abort())
    desk.get_by_role("link", name="Load more posts").click()

    expect(desk.get_by_text("The next posts could not be loaded.")).to_be_visible()
    expect(desk.get_by_role("link", name="Load more posts")).to_be_visible()
    trouble.clear()


def test_without_script_more_posts_are_a_page_away(new_context):
    page = new_context(java_script_enabled=False).new_page()
    page.goto("/en/")
    page.get_by_role("link", name="Load more posts").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Posts")
    expect(posts_on(page).first).to_be_visible()


def test_the_menu_of_a_phone_opens_and_closes_with_escape(phone):
    phone.goto("/en/")
    menu = phone.get_by_role("navigation", name="Main")
    expect(menu).to_be_hidden()

    phone.locator("summary").get_by_text("Menu").click()
    expect(menu).to_be_visible()

    phone.keyboard.press("Escape")
    expect(menu).to_be_hidden()


def test_the_menu_of_a_phone_opens_without_script(new_context):
    viewport = {"width": 360, "height": 740}
    page = new_context(java_script_enabled=False, viewport=viewport).new_page()
    page.goto("/en/")

    page.locator("summary").get_by_text("Menu").click()

    expect(page.get_by_role("navigation", name="Main")).to_be_visible()
