"""The notice: asked once, answered with one press either way, the same page for everybody."""

import pytest

ACCEPT = {"en": "Accept", "fr": "Accepter", "ar": "قبول"}
REFUSE = {"en": "Reject", "fr": "Refuser", "ar": "رفض"}


def button(page, words):
    return page.locator("consent-bar").get_by_role("button", name=words, exact=True)


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
@pytest.mark.parametrize("answers", [ACCEPT, REFUSE], ids=["accept", "refuse"])
def test_one_press_answers_and_the_notice_stays_away(phone, language, answers):
    phone.goto(f"/{language}/")
    button(phone, answers[language]).click()

    button(phone, answers[language]).wait_for(state="hidden")
    phone.goto(f"/{language}/news/")

    assert not button(phone, answers[language]).is_visible()


def test_yes_and_no_are_twins(phone):
    phone.goto("/en/")

    yes = button(phone, "Accept").bounding_box()
    no = button(phone, "Reject").bounding_box()

    assert (yes["width"], yes["height"], yes["y"]) == (no["width"], no["height"], no["y"])


def test_a_refusal_is_kept_as_one_and_names_nobody(desk):
    desk.goto("/en/")
    button(desk, "Reject").click()
    button(desk, "Reject").wait_for(state="hidden")

    (cookie,) = desk.context.cookies()

    assert cookie["name"] == "cookie_consent"
    assert cookie["value"] == '"embeds=-1"'


def test_a_page_is_the_same_for_whoever_chose_whatever(desk):
    new = desk.request.get("/en/").text()
    desk.goto("/en/")
    button(desk, "Accept").click()
    button(desk, "Accept").wait_for(state="hidden")

    assert desk.request.get("/en/").text() == new


def test_a_signal_against_tracking_is_an_answer(desk):
    desk.add_init_script("Object.defineProperty(navigator, 'globalPrivacyControl', {value: true})")

    desk.goto("/en/")

    assert not button(desk, "Accept").is_visible()


def test_without_script_the_choice_is_a_page_away(new_context):
    page = new_context(java_script_enabled=False).new_page()
    page.goto("/en/")
    page.get_by_role("contentinfo").get_by_role("link", name="Cookies").click()
    page.get_by_role("button", name="Reject all").click()

    assert page.get_by_role("status").inner_text().startswith("Your choice is kept")
    assert page.get_by_role("checkbox").count() == 1
    assert not page.get_by_role("checkbox").is_checked()
