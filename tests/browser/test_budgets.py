"""What pages may weigh: a cheap telephone on a bad line in Mosul reads them too."""

import pytest

from tests.browser.budgets import MOST_TEXT, SHIFT, is_kept
from tests.browser.served_site import PROJECT
from tests.browser.weighing import FIRST_PAINT_AT, KB, LANGUAGES, SHIFTED, address_of, weigh

CONSENT_SCRIPT = 4 * KB
CONSENT_STYLE = 3 * KB
CONSENT = {"js": ("consent-bar", "waiting-embed"), "css": ("consent-bar", "embed")}
# Milliseconds that our letters take on a bad line, and how far a page may move when they are there.
LATE = 1500
HARDLY_MOVED = 0.005
# A cheap telephone: a quarter of this machine, on a slow line.
SLOW_LINE = {
    "offline": False,
    "latency": 150,
    "downloadThroughput": 180_000,
    "uploadThroughput": 80_000,
}
NOTE_WHEN_ASKED = """
new MutationObserver((changes, observer) => {
    const notice = document.querySelector("consent-bar > section");
    if (!notice || notice.hidden) return;
    window.askedAt = performance.now();
    observer.disconnect();
}).observe(document, { attributeFilter: ["hidden"], childList: true, subtree: true });
"""
IS_ASKED_BEFORE_ALL_IS_LOADED = """
window.askedAt <= performance.getEntriesByType("navigation")[0].loadEventStart
"""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("place", MOST_TEXT)
def test_a_page_is_light(phone, language, place):
    figures = weigh(phone, address_of(phone, place, language)).figures
    # Told below: on a busy machine our letters come after the first paint.
    del figures[SHIFT]

    assert {name: found for name, found in figures.items() if not is_kept(place, name, found)} == {}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("place", MOST_TEXT)
def test_nothing_moves_while_a_page_comes_without_our_letters(phone, trouble, place, language):
    phone.route("**/*.woff2", lambda letters: letters.abort())

    figures = weigh(phone, address_of(phone, place, language)).figures

    assert is_kept(place, SHIFT, figures[SHIFT])
    # The browser misses them.
    trouble.clear()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("place", ["home", "story"])
@pytest.mark.parametrize("screen", ["phone", "desk"])
def test_nothing_moves_when_our_letters_come_late(request, screen, place, language):
    page = request.getfixturevalue(screen)
    address = address_of(page, place, language)
    waiting = []

    def keep_waiting(letters):
        waiting.append(letters)

    page.route("**/*.woff2", keep_waiting)

    with page.expect_request("**/*.woff2"):
        page.goto(address, wait_until="domcontentloaded")
    page.evaluate(FIRST_PAINT_AT)
    page.wait_for_timeout(LATE)
    # Whoever asks from here on, the page would wait for them for ever.
    page.route("**/*.woff2", lambda letters: letters.continue_())
    for letters in waiting:
        letters.continue_()
    page.evaluate("document.fonts.ready.then(() => null)")

    assert page.evaluate(SHIFTED) < HARDLY_MOVED


def test_asking_for_consent_is_light():
    """As written, which is more than what travels."""
    weight = {
        kind: sum((PROJECT / "static" / kind / f"{name}.{kind}").stat().st_size for name in names)
        for kind, names in CONSENT.items()
    }

    assert weight["js"] <= CONSENT_SCRIPT
    assert weight["css"] <= CONSENT_STYLE


def test_asking_for_consent_asks_the_server_nothing(phone):
    files = weigh(phone, "/en/").files

    assert [path for path in files if not path.startswith(("/static/", "/media/"))] == ["/en/"]


def test_the_notice_can_be_answered_as_soon_as_the_page_is_there(phone):
    machine = phone.context.new_cdp_session(phone)
    machine.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    machine.send("Network.emulateNetworkConditions", SLOW_LINE)
    phone.add_init_script(NOTE_WHEN_ASKED)

    phone.goto("/en/")
    phone.locator(".consent-bar").wait_for()

    assert phone.evaluate(IS_ASKED_BEFORE_ALL_IS_LOADED)
