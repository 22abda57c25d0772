"""Pages in a real browser, and what no page may do in it."""

import pytest
from playwright.sync_api import expect

from coalition.delivery.store.door import STAND_IN
from tests.browser import chromium
from tests.browser.served_site import PASSWORD, served_site

# Milliseconds until what does not happen is believed never to: on a busy machine all takes long.
PATIENCE = 120_000
expect.set_options(timeout=PATIENCE)


@pytest.fixture(scope="session")
def base_url():
    """Where the site answers; a test's addresses are relative to it."""
    with served_site() as address:
        yield address


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    return browser_type_launch_args | {
        "executable_path": chromium.PATH,
        "args": chromium.ARGUMENTS,
    }


@pytest.fixture
def new_context(new_context):
    """As patient as what is expected of its pages."""
    return lambda **options: patient(new_context(**options))


@pytest.fixture
def phone(new_context, base_url, trouble):
    """A page on a small telephone."""
    return watched(new_context(**chromium.TELEPHONE), base_url, trouble).new_page()


@pytest.fixture
def desk(new_context, base_url, trouble):
    """A page on a desk."""
    viewport = {"width": 1280, "height": 800}
    return watched(new_context(viewport=viewport), base_url, trouble).new_page()


@pytest.fixture
def objector(new_context, base_url, trouble):
    """A page in a browser that says no by itself: with each request, and to scripts."""
    context = watched(new_context(extra_http_headers={"Sec-GPC": "1"}), base_url, trouble)
    signal = "Object.defineProperty(navigator, 'globalPrivacyControl', { value: true })"
    context.add_init_script(signal)
    return context.new_page()


@pytest.fixture
def trouble():
    """What a page complained of or asked another host for; a test that means it clears this."""
    found = []
    yield found
    assert found == []


def patient(context):
    context.set_default_timeout(PATIENCE)
    return context


def watched(context, base_url, trouble):
    def note_request(request):
        if not request.url.startswith((f"{base_url}/", "data:", "blob:")):
            trouble.append(f"asked {request.url}")

    def note_message(message):
        if message.type == "error":
            trouble.append(f"said {message.text} at {message.location['url']}")

    context.on("request", note_request)
    context.on("console", note_message)
    context.on("weberror", lambda web_error: trouble.append(f"raised {web_error.error}"))
    return context


@pytest.fixture
def sign_in():
    """Let one of the demo users into the back office, by name."""

    def enter(page, username):
        page.goto("/admin/login/")
        page.get_by_label("Username").fill(username)
        page.get_by_placeholder("Enter password").fill(PASSWORD)
        page.get_by_role("button", name="Sign in").click()
        page.wait_for_url("**/admin/")

    return enter


def let_its_second_pass(page):
    """After what the page was used for, no reader is lent what stood there before."""
    page.wait_for_timeout(STAND_IN * 1000)
