"""Screens of ours in the back office, in the language that turns them: they bar nobody."""

import re

import pytest
from django.contrib.auth.forms import SetPasswordForm
from django.contrib.auth.models import AnonymousUser
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.utils.translation import override
from wagtail.models import Locale

from coalition.staff.models import User
from coalition.staff.sign_in.forms import CodeForm
from tests.browser.axe import RULES, complaints
from tests.browser.staged import show

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
# Of one thing: the screen that leads there, and what the addresses on the way look like.
SCREENS_OF_ONE = [
    ("/admin/images/", "/admin/images/[0-9]+/", "/admin/takedowns/of/media/picture/[0-9]+/"),
    ("/admin/messages/", "/admin/messages/edit/[0-9]+/"),
    ("/admin/pages/", "/admin/pages/[0-9]+/edit/", "/admin/home/[0-9]+/preview-at/"),
    ("/admin/receipts/", "/admin/receipts/inspect/[0-9]+/"),
    (
        "/admin/reports/facts-in-use/",
        "/admin/pages/[0-9]+/edit/",
        "/admin/releases/with/[a-z/]+[0-9]+/",
    ),
    ("/admin/users/", "/admin/lost-devices/ask/[0-9]+/"),
]
# Before one is let in, and what is shown there when it is not the beginning.
NEWCOMER = User(username="newcomer")
ENTRANCE = {
    "crowded": {"minutes": 3},
    "code": {"form": CodeForm(request=None, user=NEWCOMER), "has_app": True, "has_passkey": True},
    "invitation": {"form": SetPasswordForm(NEWCOMER), "person": NEWCOMER},
    "recovery_codes": {"unused_codes": ["0a1b2c3d", "4e5f6a7b"], "can_download_codes": True},
}
# A page has one of each component, the gallery many.
OF_A_COMPONENT = RULES | {"rules": {"landmark-unique": {"enabled": False}}}
# All that another colour scheme can change.
COLOURS = {"runOnly": ["color-contrast"]}


def speak(page, language):
    page.goto("/admin/account/")
    page.locator("#id_locale-preferred_language").select_option(language)
    page.locator("main button[type=submit]").click()
    page.wait_for_load_state()


@pytest.fixture
def office(desk, sign_in):
    sign_in(desk, "admin")
    speak(desk, "ar")
    yield desk
    speak(desk, "en")


def complaints_at(office, address):
    assert office.goto(address).status == 200, address
    assert office.locator("html").get_attribute("dir") == "rtl", address
    return complaints(office)


def led(office, beginning, *ways):
    """Where one comes to by the first link of each kind."""
    address = beginning
    for way in ways:
        address = re.search(way, office.request.get(address).text())[0]
    return address


@pytest.fixture
def readers(office, base_url):
    """Somebody has written to us, and chosen."""
    message = {"subject": "press", "name": "A reader", "email": "reader@example.org", "text": "?"}
    for address, form in {"contact/send/": message, "cookies/": {"choice": "refuse"}}.items():
        office.request.post(f"/ar/{address}", form=form, headers={"Origin": base_url})


@pytest.fixture
def release(office):
    """The screen of one that holds nothing yet."""
    office.goto("/admin/releases/new/")
    office.locator("#id_title").fill("Together")
    office.locator("main form button[type=submit]").first.click()
    office.wait_for_url("**/admin/releases/inspect/*/")
    return office.url


def test_our_screens_bar_nobody(office, readers, release):
    screens = [*SCREENS, *(led(office, *ways) for ways in SCREENS_OF_ONE), release]

    assert [complaints_at(office, screen) for screen in screens] == [[]] * len(screens)


def test_nor_does_any_component_in_any_state(office):
    found = []
    for language in ("en", "ar"):
        office.emulate_media(color_scheme="light")
        office.goto(f"/{language}/gallery/")
        found += complaints(office, OF_A_COMPONENT)
        office.emulate_media(color_scheme="dark")
        found += complaints(office, COLOURS)

    assert found == []


def test_nor_does_the_entrance(phone, monkeypatch):
    # All that the frame around it asks the database for.
    monkeypatch.setattr(Locale.objects, "all", list)
    phone.set_extra_http_headers({"Accept-Language": "ar"})
    found = complaints_at(phone, "/admin/login/")
    request = RequestFactory().get("/admin/login/")
    request.user = AnonymousUser()
    for screen, context in ENTRANCE.items():
        with override("ar"):
            html = render_to_string(f"staff/{screen}.html", context, request)
        show(phone, f"/admin/{screen}/", html)
        found += complaints(phone)

    assert found == []
