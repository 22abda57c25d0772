"""Nobody is signed out in the middle of a long form without a word."""

import json

import pytest
from playwright.sync_api import expect

from tests.browser.axe import complaints

FORM = "/admin/desk/partner-joins/"
LEFT = "**/admin/sessions/left/"
GO_ON = "**/admin/sessions/go-on/"
TIMER = "document.querySelector('session-end').timer"
HALF_AN_HOUR, EIGHT_HOURS = 1800, 28800


@pytest.fixture
def long_form(desk, sign_in):
    """Somebody is at it; their time passes as the test says."""
    sign_in(desk, "partner-manager")
    desk.clock.install()
    desk.goto(FORM)
    desk.get_by_label("Source").fill("A letter of today")
    return desk


def server_says(page, idle=HALF_AN_HOUR, longest=EIGHT_HOURS):
    """So that nobody waits for half an hour."""
    left = json.dumps({"idle": idle, "longest": longest})
    page.unroute(LEFT)
    page.route(LEFT, lambda route: route.fulfill(body=left, content_type="application/json"))


def warning(page, name):
    return page.get_by_role("alertdialog", name=name)


def is_asked_for_after(page, minutes, address=LEFT):
    timer = page.evaluate(TIMER)
    with page.expect_response(address) as asked:
        page.clock.fast_forward(f"{minutes:02}:30")
    # Only then is there a next time to go forward to.
    if asked.value.ok:
        page.wait_for_function(f"timer => {TIMER} !== timer", arg=timer)
    return asked.value


def test_who_is_idle_is_asked_and_stays(long_form):
    server_says(long_form, idle=100)
    is_asked_for_after(long_form, 28)
    stay = warning(long_form, "Are you still there?").get_by_role("button", name="Stay signed in")
    expect(stay).to_be_focused()
    assert complaints(long_form) == []

    with long_form.expect_response(GO_ON) as answer:
        stay.click()

    assert answer.value.json()["idle"] > 1790
    expect(warning(long_form, "Are you still there?")).to_be_hidden()
    expect(long_form.get_by_label("Source")).to_be_focused()
    expect(long_form.get_by_label("Source")).to_have_value("A letter of today")


def test_escape_is_an_answer_too(long_form):
    server_says(long_form, idle=100)
    is_asked_for_after(long_form, 28)
    expect(warning(long_form, "Are you still there?")).to_be_visible()

    with long_form.expect_response(GO_ON):
        long_form.keyboard.press("Escape")


def test_work_in_another_tab_is_work(long_form):
    assert is_asked_for_after(long_form, 28).json()["idle"] > 1700
    expect(long_form.get_by_role("alertdialog")).to_have_count(0)

    server_says(long_form, idle=100)
    is_asked_for_after(long_form, 28)
    expect(warning(long_form, "Are you still there?")).to_be_visible()
    server_says(long_form)
    is_asked_for_after(long_form, 0)

    expect(long_form.get_by_role("alertdialog")).to_have_count(0)


def test_of_the_end_of_the_day_people_hear_in_time_and_once(long_form):
    server_says(long_form, longest=500)
    is_asked_for_after(long_form, 28)
    told = warning(long_form, "Save your work")
    expect(told).to_be_visible()
    assert complaints(long_form) == []

    told.get_by_role("button", name="Go on working").click()
    is_asked_for_after(long_form, 28)

    expect(long_form.get_by_role("alertdialog")).to_have_count(0)


def test_who_comes_too_late_can_still_copy_what_they_wrote(long_form, trouble):
    long_form.context.clear_cookies()
    is_asked_for_after(long_form, 28)
    warning(long_form, "You are signed out").get_by_role("button").click()

    expect(long_form.get_by_label("Source")).to_have_value("A letter of today")
    # The browser says that the server let nobody in.
    trouble.clear()
