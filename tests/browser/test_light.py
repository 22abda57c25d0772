"""Text first: on a bad line, pictures come when a reader asks for them."""

from urllib.parse import urlsplit

import pytest

from tests.browser.weighing import address_of


@pytest.fixture
def pictures(phone):
    """The addresses of the pictures that the page has asked for so far."""
    asked = []
    phone.on(
        "request", lambda request: request.resource_type == "image" and asked.append(request.url)
    )
    return asked


def is_drawn(request):
    """Not the tab's icon, which is drawn outside the page."""
    path = urlsplit(request.url).path
    return path.endswith(".svg") and "/favicon." not in path


def switch_in(page):
    return page.locator("footer [rel=nofollow]")


@pytest.mark.parametrize("language", ["en", "ar"])
def test_no_picture_comes_before_it_is_asked_for(phone, pictures, language):
    phone.goto(f"/{language}/news/")
    switch_in(phone).click()
    phone.wait_for_url("**pictures=later*")
    pictures.clear()

    # The newest story is a film.
    with phone.expect_navigation(wait_until="networkidle"):
        phone.locator(".card__link").nth(1).click()
    assert pictures == []

    phone.locator(".waiting-picture__link").first.click()
    shown = phone.locator("waiting-picture img").first
    shown.wait_for()
    phone.wait_for_function("picture => picture.complete", arg=shown.element_handle())
    assert len(pictures) == 1
    assert shown.evaluate("picture => picture.naturalWidth > 0 && picture.matches(':focus')")


def test_a_browser_that_saves_data_is_led_there(phone, pictures):
    phone.set_extra_http_headers({"Save-Data": "on"})

    phone.goto("/en/", wait_until="networkidle")
    assert pictures == []

    with phone.expect_request(lambda request: request.resource_type == "image"):
        switch_in(phone).click()
        phone.wait_for_url("**pictures=now*")


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_menu_leads_there_until_one_is_there(phone, pictures, language):
    phone.goto(f"/{language}/")
    phone.locator("summary.menu__toggle").click()
    pictures.clear()

    phone.locator("header [rel=nofollow]").click()

    phone.wait_for_url("**pictures=later*")
    phone.wait_for_load_state("networkidle")
    assert pictures == []
    assert phone.locator("header [rel=nofollow]").count() == 0


@pytest.mark.parametrize("language", ["en", "ar"])
def test_nor_does_the_land_on_the_map(phone, language):
    drawings = []
    phone.on("request", lambda request: drawings.append(request.url) if is_drawn(request) else None)

    phone.goto(
        address_of(phone, "partners", language) + "?pictures=later", wait_until="networkidle"
    )

    assert phone.locator(".partner-map__partner").count() > 0
    assert drawings == []


def test_without_script_the_link_leads_to_the_picture(new_context):
    page = new_context(java_script_enabled=False).new_page()
    page.goto("/en/?pictures=later")

    page.locator(".waiting-picture__link").first.click()

    page.wait_for_url("**/media/images/**")
