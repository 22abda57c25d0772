"""Somebody comes for the first time and leaves with a second factor, all alone."""

from playwright.sync_api import expect

from tests.browser.conftest import watched
from tests.browser.served_site import PASSWORD
from tests.door import code_of

PLATFORM = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


def test_with_an_app(phone, sign_in):
    sign_in(phone, "editor")
    phone.goto("/admin/second-factor/")
    phone.get_by_role("link", name="An app on my telephone").click()
    expect(phone.get_by_alt_text("Picture for the app")).to_be_visible()
    phone.get_by_text("I cannot scan it").click()
    secret = phone.locator("code").text_content()

    phone.get_by_label("The six digits that the app shows").fill(code_of(secret))
    phone.get_by_role("button", name="Confirm").click()

    expect(phone.get_by_role("heading", name="Your recovery codes")).to_be_visible()
    phone.get_by_role("link", name="I have kept them").click()
    phone.wait_for_url("**/admin/")


def test_with_a_passkey(new_context, base_url, trouble):
    """On `localhost`: passkeys belong to names, not to numbers."""
    site = base_url.replace("127.0.0.1", "localhost")
    page = watched(new_context(viewport={"width": 360, "height": 740}), site, trouble).new_page()
    authenticators = page.context.new_cdp_session(page)
    authenticators.send("WebAuthn.enable")
    authenticators.send("WebAuthn.addVirtualAuthenticator", {"options": PLATFORM})
    page.goto(f"{site}/admin/login/?next=/admin/second-factor/")
    page.get_by_label("Username").fill("partner-manager")
    page.get_by_placeholder("Enter password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()

    page.get_by_role("link", name="A passkey").click()
    # A script is asked for the passkey.
    page.wait_for_url("**/second-factor/passkey/")
    page.get_by_label("A name for it").fill("My telephone")
    page.get_by_role("button", name="Make a passkey").click()
    expect(page.get_by_role("heading", name="Your recovery codes")).to_be_visible()

    page.goto(f"{site}/admin/login/again/")
    with page.expect_navigation():
        page.get_by_role("button", name="Sign in again").click()
    page.get_by_role("button", name="Use a passkey").click()
    page.wait_for_url("**/admin/")
