"""Exampleland joins: from the form over the second person's word to the reader, and back."""

from datetime import UTC, datetime

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import let_its_second_pass

NAMES = {"English": "Exampleland", "French": "Exemplie", "Arabic": "بلاد المثال"}
STORIES = {
    "en": "Exampleland joins the Global Coalition",
    "fr": "Nouveau partenaire de la Coalition mondiale\u202f: Exemplie",
    "ar": "شريك جديد في التحالف الدولي: بلاد المثال",
}
NEXT = {"en": "83rd", "fr": "83e", "ar": "83"}
COUNT = {"en": "83 partners", "fr": "83 partenaires", "ar": "83 شريكًا"}
ONE_BEFORE = {
    "/en/news/central-african-republic-joins/": "82nd",
    "/fr/news/la-republique-centrafricaine-rejoint-la-coalition/": "82e",
    "/ar/news/جمهورية-أفريقيا-الوسطى-تنضم-إلى-التحالف/": "82",
}


@pytest.fixture
def draft_everything(desk, sign_in):
    """As the partner manager; the page of the release."""
    sign_in(desk, "partner-manager")
    desk.goto("/admin/desk/partner-joins/")
    today = f"{datetime.now(UTC):%Y-%m-%d}"
    desk.get_by_label("ISO code").fill("XX")
    desk.get_by_label("Region").select_option("Africa")
    desk.get_by_label("Joined, at the earliest").fill(today)
    desk.get_by_label("Joined, at the latest").fill(today)
    desk.get_by_label("Source").fill("A letter of today")
    for language, name in NAMES.items():
        section = desk.get_by_role("region", name=language)
        section.get_by_label("Name", exact=True).fill(name)
    desk.get_by_role("button", name="Draft everything").click()
    expect(desk.get_by_text("Everything is drafted.")).to_be_visible()
    # That is said above all that is drafted.
    desk.wait_for_load_state()
    return desk.url


@pytest.fixture
def visitor(phone):
    """Somebody who comes for the first time, every time: with routes a browser keeps no cache."""
    phone.route("**/*", lambda route: route.continue_())
    return phone


def take(page, step):
    page.get_by_role("link", name=step, exact=True).click()
    page.get_by_role("button", name=step, exact=True).click()


def surfaces(visitor):
    """What a reader finds in each language: home, and what stands in its main menu."""
    found = {}
    for language in STORIES:
        visitor.goto(f"/{language}/")
        found[language] = visitor.get_by_role("main").inner_text()
        for address in addresses_in_menu(visitor):
            visitor.goto(address)
            found[address] = visitor.get_by_role("main").inner_text()
    return found


def addresses_in_menu(visitor):
    links = visitor.locator("header nav a[href]").all()
    own = {link.get_attribute("href") for link in links}
    return sorted(address for address in own if address.startswith("/") and address.count("/") > 2)


def previews(page):
    links = page.get_by_role("link", name="Preview")
    return [link.get_attribute("href") for link in links.all()]


def test_everything_agrees_from_the_draft_to_the_undo(desk, visitor, sign_in, draft_everything):
    release = draft_everything
    drafts = " ".join(text_of(desk, address) for address in previews(desk))
    for language, title in STORIES.items():
        assert title in drafts
        assert NEXT[language] in drafts

    desk.goto(release)
    take(desk, "Submit for review")
    expect(desk.get_by_text("somebody else has to approve it")).to_be_visible()
    desk.context.clear_cookies()
    sign_in(desk, "publisher")
    desk.goto(release)
    take(desk, "Approve")
    expect(desk.get_by_text("Approved. It can be published.")).to_be_visible()
    before = surfaces(visitor)
    assert not any(name in text for text in before.values() for name in NAMES.values())
    take(desk, "Publish all")
    expect(desk.get_by_text("Everything is public.")).to_be_visible()
    let_its_second_pass(desk)

    after = surfaces(visitor)
    for language, title in STORIES.items():
        assert title in after[language]
        assert NEXT[language] in after[language]
        assert COUNT[language] in after[language]
    for address, ordinal in ONE_BEFORE.items():
        assert ordinal in text_of(visitor, address)

    take(desk, "Undo")
    expect(desk.get_by_text("All of it is taken back.")).to_be_visible()
    let_its_second_pass(desk)
    assert surfaces(visitor) == before


def text_of(page, address):
    page.goto(address)
    return page.locator("body").inner_text()
