"""The back office works in a browser that runs no inline script.

That no screen complains of it in the console is watched by the fixtures.
"""

import re

import pytest
from playwright.sync_api import expect

STORY = "United States announces a broad coalition against Daesh"
CAMPAIGN = "This Generation Learns"
KIND = ".w-combobox__option"
SCREENS = [
    "/admin/",
    "/admin/images/",
    "/admin/images/add/",
    "/admin/documents/",
    "/admin/messages/",
    "/admin/purposes/",
    "/admin/receipts/",
    "/admin/releases/new/",
    "/admin/desk/partner-joins/",
    "/admin/partners/import/",
    "/admin/redirects/add/",
    "/admin/reports/violations/",
    "/admin/reports/site-history/",
    "/admin/snippets/partners/partner/add/",
    "/admin/snippets/search/promotion/add/",
    "/admin/snippets/social/socialpost/add/",
    "/admin/snippets/sitewide/alertbanner/add/",
    "/admin/users/new/",
    "/admin/workflows/add/",
]
LISTS = [
    "/admin/images/?layout=list",
    "/admin/documents/",
    "/admin/snippets/partners/partner/",
    "/admin/snippets/social/socialpost/",
    "/admin/snippets/consent/consenttexts/",
    "/admin/snippets/sitewide/menu/",
]


@pytest.fixture
def office(desk, sign_in, trouble):
    sign_in(desk, "admin")
    yield desk
    # Wagtail tries to save what is not whole yet, and the browser says that it was refused.
    trouble[:] = [complaint for complaint in trouble if "status of 400" not in complaint]


def edit(office, title):
    office.goto(f"/admin/pages/search/?q={title}")
    office.get_by_role("link", name=re.compile(f"^{title}$")).first.click()
    expect(office.locator("form[data-edit-form]")).to_be_visible()
    # Its lists and blocks are there when its scripts have run.
    office.wait_for_load_state()


def test_every_screen_is_shown_without_a_complaint(office):
    for screen in SCREENS:
        assert office.goto(screen).status == 200, screen

    for screen in LISTS:
        office.goto(screen)
        office.locator(".listing .title a").first.click()
        expect(office.locator("form[data-edit-form]"), screen).to_be_visible()


def test_a_story_takes_a_block_of_every_kind(office):
    edit(office, STORY)
    blocks = office.locator("[data-contentpath=body] > * [data-streamfield-child]")
    before = blocks.count()
    office.get_by_role("button", name="Insert a block").last.click()
    expect(office.locator(KIND).first).to_be_visible()
    kinds = office.locator(KIND).all_text_contents()
    office.keyboard.press("Escape")

    for kind in kinds:
        office.get_by_role("button", name="Insert a block").last.click()
        office.locator(KIND).get_by_text(kind, exact=True).click()

    expect(blocks.nth(before + len(kinds) - 1)).to_be_attached()


def test_a_day_is_picked_from_a_calendar(office):
    edit(office, STORY)

    office.locator("#id_date").click()
    office.locator(".xdsoft_datetimepicker:visible [data-date='15']").first.click()

    expect(office.locator("#id_date")).to_have_value(re.compile(r"-15$"))


def test_a_list_grows_and_its_document_is_chosen_from_the_library(office):
    edit(office, CAMPAIGN)
    downloads = office.locator("#id_downloads-FORMS > [data-inline-panel-child]")
    before = downloads.count()

    office.get_by_role("button", name="Add document").click()
    downloads.nth(before).get_by_role("button", name="Choose a document").click()
    office.get_by_role("dialog").locator("[data-chooser-modal-choice]").first.click()

    expect(downloads.nth(before).locator("[data-chooser-title]")).not_to_be_empty()


def test_several_posts_are_chosen_at_once(office):
    edit(office, CAMPAIGN)
    posts = office.locator("[id$=posts-FORMS] > [data-inline-panel-child]")
    before = posts.count()

    office.get_by_role("button", name="Add post").click()
    choices = office.get_by_role("dialog").get_by_role("checkbox")
    for number in (0, 1):
        choices.nth(number).check()
    office.get_by_role("button", name="Confirm selection").click()

    expect(posts).to_have_count(before + 2)
    expect(posts.last.locator("[data-chooser-title]")).not_to_be_empty()
