"""Screens of ours in the back office, in the language that turns them: they bar nobody."""

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
from tests.browser.own_screens import (
    SCREENS,
    SCREENS_OF_ONE,
    TABLES,
    import_partners,
    led,
    make_a_release,
    make_a_release_of_a_page,
    take_a_letter_down,
)
from tests.browser.staged import show

# Before one is let in, and what is shown there when it is not the beginning.
NEWCOMER = User(username="newcomer")
ENTRANCE = {
    "crowded": {"minutes": 3},
    "code": {"form": CodeForm(request=None, user=NEWCOMER), "has_app": True, "has_passkey": True},
    "invitation": {"form": SetPasswordForm(NEWCOMER), "person": NEWCOMER},
    "invitation_over": {},
    "recovery_codes": {"unused_codes": ["0a1b2c3d", "4e5f6a7b"], "can_download_codes": True},
    "remove_key": {},
}
# A page has one of each component, the gallery many.
OF_A_COMPONENT = RULES | {"rules": {"landmark-unique": {"enabled": False}}}
# All that another colour scheme can change.
COLOURS = {"runOnly": ["color-contrast"]}


def speak(page, language):
    page.goto("/admin/account/")
    page.locator("#id_locale-preferred_language").select_option(language)
    with page.expect_navigation():
        page.locator("main button[type=submit]").click()


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


@pytest.fixture
def readers(office, base_url):
    """Somebody has written to us, and chosen."""
    message = {"subject": "press", "name": "A reader", "email": "reader@example.org", "text": "?"}
    for address, form in {"contact/send/": message, "cookies/": {"choice": "refuse"}}.items():
        office.request.post(f"/ar/{address}", form=form, headers={"Origin": base_url})


@pytest.fixture
def made(office):
    """What forms lead to; the pages are free again for other releases afterwards."""
    release = make_a_release_of_a_page(office)
    yield [
        make_a_release(office),
        release,
        release.replace("/inspect/", "/") + "submit/",
        led(office, release, "/admin/pages/[0-9]+/revisions/compare/[0-9a-z./]+"),
        *(import_partners(office, table) for table in TABLES),
        take_a_letter_down(office),
    ]
    office.goto(release)
    remove = office.locator("form[action$='/remove/'] button")
    # A page that has translations came with them.
    while remove.count():
        with office.expect_navigation():
            remove.first.click()


def test_our_screens_bar_nobody(office, readers, made):
    screens = [*SCREENS, *(led(office, *ways) for ways in SCREENS_OF_ONE), *made]

    assert [complaints_at(office, screen) for screen in screens] == [[]] * len(screens)


def test_nor_does_any_component_in_any_state(office):
    found = []
    for language in ("en", "ar"):
        office.emulate_media(color_scheme="light")
        assert office.goto(f"/{language}/gallery/").status == 200
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
