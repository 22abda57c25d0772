"""The notice: asked once, answered with one press either way, the same page for everybody."""

import re

import pytest
from playwright.sync_api import expect

LANGUAGES = ["en", "fr", "ar"]
ACCEPT = {"en": "Accept all", "fr": "Tout accepter", "ar": "قبول الكل"}
REFUSE = {"en": "Reject all", "fr": "Tout refuser", "ar": "رفض الكل"}
CHOOSE = {"en": "Choose", "fr": "Choisir", "ar": "اختيار"}
POLICY = {
    "en": ("Privacy policy", "Privacy"),
    "fr": ("Politique de confidentialité", "Confidentialité"),
    "ar": ("سياسة الخصوصية", "الخصوصية"),
}
COOKIES = {"en": "Cookies", "fr": "Cookies", "ar": "ملفات تعريف الارتباط"}
BACK = {
    "en": "Back to the page you came from",
    "fr": "Revenir à la page d’où vous venez",
    "ar": "العودة إلى الصفحة التي كنت فيها",
}
TO_THE_END = "scrollTo({ top: document.body.scrollHeight, behavior: 'instant' })"
SECURE = "https://coalition.example"
# A small telephone, and how much of it the notice may take.
SMALL = {"width": 360, "height": 640}
MOST_OF_IT = 0.3
LOOK = """
(button) => {
    const { color, backgroundColor, border, font, opacity } = getComputedStyle(button);
    return [color, backgroundColor, border, font, opacity];
}
"""


def notice(page):
    return page.locator("consent-bar")


def button(page, words):
    return notice(page).get_by_role("button", name=words, exact=True)


def answer(page, words):
    button(page, words).click()
    button(page, words).wait_for(state="hidden")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("answers", [ACCEPT, REFUSE], ids=["accept", "refuse"])
def test_one_press_answers_and_the_notice_stays_away(phone, language, answers):
    phone.goto(f"/{language}/")
    answer(phone, answers[language])
    phone.goto(f"/{language}/news/")

    expect(button(phone, answers[language])).to_be_hidden()


@pytest.mark.parametrize("language", LANGUAGES)
def test_yes_and_no_are_twins(phone, language):
    phone.goto(f"/{language}/")
    yes, no = button(phone, ACCEPT[language]), button(phone, REFUSE[language])

    place, other = yes.bounding_box(), no.bounding_box()
    for measure in ("width", "height", "y"):
        assert place[measure] == other[measure]
    assert yes.evaluate(LOOK) == no.evaluate(LOOK)
    assert (place["x"] > other["x"]) == (language == "ar")


@pytest.mark.parametrize("language", LANGUAGES)
def test_most_of_a_small_screen_is_left_to_the_page(phone, language):
    phone.set_viewport_size(SMALL)
    phone.goto(f"/{language}/")

    bar = phone.locator(".consent-bar").bounding_box()
    assert bar["height"] <= MOST_OF_IT * SMALL["height"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_choice_and_the_policy_are_a_link_away(phone, language):
    words, title = POLICY[language]
    phone.goto(f"/{language}/")
    choices = notice(phone).get_by_role("link", name=CHOOSE[language], exact=True)
    assert choices.get_attribute("href") == f"/{language}/cookies/"

    notice(phone).get_by_role("link", name=words, exact=True).click()

    expect(phone.get_by_role("heading", name=title, level=1)).to_be_visible()


def test_a_screen_reader_is_told_of_the_notice(phone):
    phone.goto("/en/")

    expect(notice(phone)).to_have_attribute("aria-live", "polite")
    expect(phone.get_by_role("region", name="Your choice about cookies")).to_be_visible()


def test_the_keyboard_leaves_the_notice_as_it_came(phone):
    phone.goto("/en/")
    notice(phone).get_by_role("link", name="Choose").focus()

    for _ in ("Reject all", "Accept all", "what is before the notice"):
        phone.keyboard.press("Shift+Tab")

    assert phone.evaluate("document.activeElement.closest('footer') !== null")


def test_reading_on_is_no_answer(phone):
    phone.goto("/en/")
    phone.evaluate(TO_THE_END)
    phone.goto("/en/news/")

    expect(button(phone, "Accept all")).to_be_visible()
    assert phone.context.cookies() == []


def test_an_answer_to_other_words_is_asked_for_again(desk, base_url):
    outdated = {"name": "cookie_consent", "value": '"embeds=0123456789abcdef"', "url": base_url}
    desk.context.add_cookies([outdated])

    desk.goto("/en/")

    expect(button(desk, "Accept all")).to_be_visible()


@pytest.mark.parametrize(
    ("cookie", "is_ours"), [("__Host-cookie_consent", True), ("cookie_consent", False)]
)
def test_on_a_secure_site_no_other_host_answers_for_a_reader(
    new_context, base_url, cookie, is_ours
):
    reader = new_context()
    # The site itself, as if something in front of it spoke TLS.
    reader.route(
        f"{SECURE}/**",
        lambda route: route.fulfill(
            response=route.fetch(url=route.request.url.replace(SECURE, base_url))
        ),
    )
    reader.add_cookies([{"name": cookie, "value": '"embeds=-1"', "url": SECURE, "secure": True}])
    page = reader.new_page()

    page.goto(f"{SECURE}/en/")

    expect(button(page, "Accept all")).to_be_visible(visible=not is_ours)
    expect(notice(page)).to_have_js_property("isDecided", is_ours)


def test_a_refusal_is_kept_as_one_and_names_nobody(desk):
    desk.goto("/en/")
    answer(desk, "Reject all")

    (cookie,) = desk.context.cookies()

    assert cookie["name"] == "cookie_consent"
    assert cookie["value"] == '"embeds=-1"'


def test_a_page_is_the_same_for_whoever_accepted_refused_or_is_new(desk):
    told = {desk.request.get("/en/").body()}
    for words in ("Accept all", "Reject all"):
        desk.context.clear_cookies()
        desk.goto("/en/")
        answer(desk, words)
        told.add(desk.request.get("/en/").body())

    assert len(told) == 1


def test_a_signal_against_tracking_is_an_answer(objector):
    objector.goto("/en/")

    expect(button(objector, "Accept all")).to_be_hidden()


def test_whoever_sent_the_signal_may_still_say_yes(objector):
    objector.goto("/en/cookies/")
    expect(objector.get_by_text("Global Privacy Control")).to_be_visible()
    expect(objector.get_by_role("checkbox")).not_to_be_checked()

    objector.get_by_role("button", name="Accept all").click()
    expect(objector.locator("#receipt")).to_be_visible()
    objector.goto("/en/cookies/")

    expect(objector.get_by_role("checkbox")).to_be_checked()


@pytest.mark.parametrize(
    ("language", "answers"), [("en", REFUSE), ("fr", ACCEPT), ("ar", REFUSE)], ids=LANGUAGES
)
def test_without_script_the_choice_is_a_page_away_and_leads_back(new_context, language, answers):
    page = new_context(java_script_enabled=False).new_page()
    page.goto(f"/{language}/news/")
    page.get_by_role("contentinfo").get_by_role("link", name=COOKIES[language]).click()
    page.wait_for_url(f"**/{language}/cookies/**")
    assert page.context.cookies() == []

    page.get_by_role("button", name=answers[language]).click()
    expect(page.locator("#receipt")).to_be_visible()
    expect(page.get_by_role("checkbox")).to_be_checked(checked=answers is ACCEPT)
    page.get_by_role("link", name=BACK[language]).click()

    expect(page).to_have_url(re.compile(rf"://[^/]+/{language}/news/(\?|$)"))


def test_the_receipt_is_one_press_away(phone):
    phone.goto("/en/")
    button(phone, "Reject all").click()
    phone.get_by_role("status").get_by_role("link", name="Your receipt").click()

    expect(phone.get_by_role("heading", name="Your receipt")).to_be_visible()
    expect(phone.get_by_text("Refused", exact=True)).to_be_visible()
