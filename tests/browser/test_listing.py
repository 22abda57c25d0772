"""The listing of stories with a script, which only makes it shorter to walk through."""

from playwright.sync_api import expect

from news.listing import Listing


def test_more_stories_come_without_leaving_the_page(phone):
    phone.goto("/en/news/")
    rows = phone.get_by_role("article")
    expect(rows).to_have_count(Listing.STORIES_A_PAGE)

    phone.get_by_role("link", name="Load more stories").click()

    expect(rows).to_have_count(Listing.STORIES_A_PAGE * 2)
    expect(phone.get_by_role("status").first).to_have_text("10 more stories are shown.")
    expect(phone.locator(".results__item").nth(Listing.STORIES_A_PAGE)).to_be_focused()
    expect(phone).to_have_url("/en/news/")


def test_the_link_to_older_stories_leads_on_from_those_that_came(phone):
    phone.goto("/en/news/")
    phone.get_by_role("link", name="Load more stories").click()
    rows = phone.get_by_role("article")
    expect(rows).to_have_count(Listing.STORIES_A_PAGE * 2)
    shown = phone.locator(".card__title").all_inner_texts()

    with phone.expect_navigation():
        phone.get_by_role("link", name="Older", exact=True).click()

    expect(phone.locator(".card__title").first).not_to_have_text(shown[0])
    assert not set(phone.locator(".card__title").all_inner_texts()) & set(shown)


def test_filters_narrow_the_list_from_the_keyboard(desk):
    desk.goto("/en/news/")
    desk.get_by_label("Kind").select_option("Readout")

    with desk.expect_navigation():
        desk.get_by_role("button", name="Show").press("Enter")

    expect(desk.get_by_label("Kind")).to_have_value("readout")
    rows = desk.get_by_role("article").all()
    assert rows
    for row in rows:
        expect(row).to_contain_text("Readout")
