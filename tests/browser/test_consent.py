"""The notice: asked once, answered with one press either way, the same page for everybody."""

import pytest
from axe_playwright_python.sync_playwright import Axe

LANGUAGES = ["en", "fr", "ar"]
ACCEPT = {"en": "Accept", "fr": "Accepter", "ar": "قبول"}
REFUSE = {"en": "Reject", "fr": "Refuser", "ar": "رفض"}


def button(page, words):
    return page.locator("consent-bar").get_by_role("button", name=words, exact=True)


@pytest.mark.parametrize("language", LANGUAGES)
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
    assert page.get_by_role("heading", name="Your receipt").is_visible()
    assert page.get_by_role("checkbox").count() == 1
    assert not page.get_by_role("checkbox").is_checked()


def test_the_receipt_is_one_press_away(phone):
    phone.goto("/en/")
    button(phone, "Reject").click()
    phone.get_by_role("status").get_by_role("link", name="Your receipt").click()

    assert phone.get_by_role("heading", name="Your receipt").is_visible()
    assert phone.get_by_text("Refused", exact=True).is_visible()


RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_nothing_in_any_state(desk, language):
    def is_sound():
        assert Axe().run(desk, options=RULES).response["violations"] == []

    desk.goto(f"/{language}/")
    is_sound()
    button(desk, REFUSE[language]).click()
    desk.locator("consent-bar [data-kept]").wait_for()
    is_sound()

    desk.context.clear_cookies()
    desk.goto(f"/{language}/cookies/")
    is_sound()
    for choice in ["refuse", "accept"]:
        desk.locator(f"main button[value={choice}]").click()
        desk.get_by_role("status").wait_for()
        is_sound()
    desk.goto(f"/{language}/cookies/?receipt=unknown")
    is_sound()


FILM = "https://www.youtube-nocookie.com/embed/aqz-KE-bpKQ"
LOAD = {"en": "Load this film", "fr": "Charger ce film", "ar": "شغّل هذا الفيلم"}
ALWAYS = {
    "en": "Always load films",
    "fr": "Toujours charger les films",
    "ar": "شغّل الأفلام دائمًا",
}


@pytest.fixture(params=LANGUAGES)
def language(request):
    return request.param


@pytest.fixture
def film(desk, language, trouble):
    """A page with a film, whose host is stood in for; what is asked of that host."""
    answer = "<!doctype html><title>Film</title><p>The film plays.</p>"
    desk.route("https://www.youtube-nocookie.com/**", lambda route: route.fulfill(body=answer))
    desk.goto("/en/privacy/")
    desk.goto(desk.locator(f"link[hreflang={language}]").get_attribute("href"))
    assert trouble == []
    yield desk.locator("waiting-embed")
    assert set(trouble) <= {f"asked {FILM}"}
    trouble.clear()


def plays(film):
    text = film.frame_locator("iframe").get_by_text("The film plays.")
    text.wait_for()
    return text.is_visible()


def test_a_film_waits_until_it_is_asked_for(film, desk, language):
    assert Axe().run(desk, options=RULES).response["violations"] == []
    film.get_by_role("button", name=LOAD[language]).click()

    assert plays(film)
    assert desk.context.cookies() == []
    desk.reload()
    assert film.get_by_role("button", name=LOAD[language]).is_visible()


def test_all_films_can_be_allowed_at_one_of_them(film, desk, language):
    film.get_by_role("button", name=ALWAYS[language]).click()
    assert plays(film)

    desk.reload()

    assert plays(film)
    assert not button(desk, ACCEPT[language]).is_visible()


def test_without_script_a_film_is_a_link(new_context, base_url):
    page = new_context(java_script_enabled=False).new_page()
    page.goto("/en/privacy/")

    assert page.locator("iframe").count() == 0
    assert page.get_by_role("link", name="Watch it on YouTube").is_visible()
