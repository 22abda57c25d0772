"""Screens of ours in the back office, and the ways that lead there."""

import re
from secrets import token_hex

SCREENS = [
    "/admin/",
    "/admin/cookies/",
    "/admin/desk/partner-joins/",
    "/admin/login/again/",
    "/admin/lost-devices/",
    "/admin/messages/",
    "/admin/partners/import/",
    "/admin/purposes/",
    "/admin/receipts/",
    "/admin/releases/",
    "/admin/releases/new/",
    "/admin/reports/broken-links/",
    "/admin/reports/facts-in-use/",
    "/admin/reports/front-caches/",
    "/admin/reports/front-caches/purge/",
    "/admin/reports/front-caches/purge/?everything=1",
    "/admin/reports/log/",
    "/admin/reports/pages-read/",
    "/admin/reports/searches-without-results/",
    "/admin/reports/to-be-reviewed/",
    "/admin/reports/translated-texts/",
    "/admin/reports/translations/",
    "/admin/reports/violations/",
    "/admin/second-factor/",
    "/admin/second-factor/app/",
    "/admin/second-factor/codes/new/",
    "/admin/second-factor/passkey/",
    "/admin/sessions/",
    "/admin/snippets/partners/partner/",
    "/admin/takedowns/",
]
TO_A_RELEASE = (
    "/admin/reports/facts-in-use/",
    "/admin/pages/[0-9]+/edit/",
    "/admin/releases/with/[a-z/]+[0-9]+/",
)
# Of one thing: the screen that leads there, and what the addresses on the way look like.
SCREENS_OF_ONE = [
    ("/admin/images/", "/admin/images/[0-9]+/", "/admin/takedowns/of/media/picture/[0-9]+/"),
    ("/admin/messages/", "/admin/messages/edit/[0-9]+/"),
    ("/admin/pages/", "/admin/pages/[0-9]+/edit/", "/admin/home/[0-9]+/preview-at/"),
    ("/admin/receipts/", "/admin/receipts/inspect/[0-9]+/"),
    ("/admin/shown_texts/", "/admin/shown_texts/inspect/[0-9a-f]+/"),
    (
        "/admin/snippets/partners/partner/",
        "/admin/snippets/partners/partner/edit/[0-9]+/",
        "/admin/snippets/partners/partner/usage/[0-9]+/",
    ),
    TO_A_RELEASE,
    ("/admin/users/", "/admin/lost-devices/ask/[0-9]+/"),
]
# Files of partners: one would change something, one cannot be understood.
TABLES = ["iso2,website\nIQ,https://example.org/\n", "iso2,region\nIQ,Atlantis\n"]


def led(office, beginning, *ways):
    """Where one comes to by the first link of each kind."""
    address = beginning
    for way in ways:
        address = re.search(way, office.request.get(address).text())[0]
    return address


def sent(office, leads_to):
    """Where the form at hand leads to."""
    office.locator("main form button[type=submit]").first.click()
    office.wait_for_url(leads_to)
    return office.url


def make_a_release(office):
    """It holds nothing yet."""
    office.goto("/admin/releases/new/")
    office.locator("#id_title").fill("Together")
    return sent(office, "**/admin/releases/inspect/*/")


def make_a_release_of_a_page(office):
    office.goto(led(office, *TO_A_RELEASE))
    office.locator("#id_title").fill("One after another")
    return sent(office, "**/admin/releases/inspect/*/")


def import_partners(office, table):
    """Only to see what would change."""
    office.goto("/admin/partners/import/")
    choose_file(office, table)
    return sent(office, "**/admin/partners/import/*/")


def take_a_letter_down(office):
    office.goto("/admin/documents/add/")
    # What was taken down before is not let in again.
    choose_file(office, f"Nobody may read this: {token_hex()}")
    office.locator("#id_title").fill("A letter")
    sent(office, "**/admin/documents/")
    office.get_by_role("link", name="A letter").first.click()
    office.locator("a[href*='/takedowns/of/']").click()
    office.locator("#id_reason").fill("It names a witness.")
    return sent(office, "**/admin/takedowns/inspect/*/")


def choose_file(office, text):
    file = {"name": "file.csv", "mimeType": "text/csv", "buffer": text.encode()}
    office.locator("main input[type=file]").set_input_files(file)
