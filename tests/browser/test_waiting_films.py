"""Films on other sites: asked for by the visitor, once or always, or not at all."""

import pytest
from playwright.sync_api import expect

from tests.browser.axe import complaints_in_both_schemes

LANGUAGES = ["en", "fr", "ar"]
FILM = "https://www.youtube-nocookie.com/embed/aqz-KE-bpKQ"
LOAD = {"en": "Load this film", "fr": "Charger ce film", "ar": "شغّل هذا الفيلم"}
ALWAYS = {
    "en": "Always load films",
    "fr": "Toujours charger les films",
    "ar": "شغّل الأفلام دائمًا",
}

KEPT = {
    "en": "Your choice is kept.",
    "fr": "Votre choix est enregistré.",
    "ar": "حُفظ اختيارك.",
}


@pytest.fixture(params=LANGUAGES)
def language(request):
    return request.param


@pytest.fixture(params=["desk"])
def page(request):
    return request.getfixturevalue(request.param)


@pytest.fixture
def film(page, language, trouble):
    """A page with a film, whose host is stood in for; what is asked of that host."""
    answer = "<!doctype html><title>Film</title><p>The film plays.</p>"
    page.route("https://www.youtube-nocookie.com/**", lambda route: route.fulfill(body=answer))
    page.goto("/en/privacy/")
    page.goto(page.locator(f"link[hreflang={language}]").get_attribute("href"))
    assert trouble == []
    yield page.locator("waiting-embed")
    assert set(trouble) <= {f"asked {FILM}"}
    trouble.clear()


def plays(film):
    text = film.frame_locator("iframe").get_by_text("The film plays.")
    text.wait_for()
    return text.is_visible()


def test_a_film_waits_until_it_is_asked_for(film, page, language):
    assert complaints_in_both_schemes(page) == []
    film.get_by_role("button", name=LOAD[language]).click()

    assert plays(film)
    assert complaints_in_both_schemes(page) == []
    assert page.context.cookies() == []
    page.reload()
    expect(film.get_by_role("button", name=LOAD[language])).to_be_visible()


def test_all_films_can_be_allowed_at_one_of_them(film, page, language):
    film.get_by_role("button", name=ALWAYS[language]).click()
    assert plays(film)
    expect(film.get_by_role("status")).to_have_text(KEPT[language])
    expect(film.locator("iframe")).to_be_focused()

    page.reload()

    assert plays(film)
    assert complaints_in_both_schemes(page) == []
    expect(page.locator(".consent-bar")).to_be_hidden()


@pytest.mark.parametrize("language", ["en"], indirect=True)
def test_the_frame_has_the_focus_before_its_page_comes(film, page, language):
    """A frame that is focused while its page comes may lose the focus for good."""
    page.evaluate("() => { Response.prototype.json = () => new Promise(() => {}) }")

    film.get_by_role("button", name=ALWAYS[language]).click()

    expect(film.locator("iframe")).to_be_focused()
    assert plays(film)


@pytest.mark.parametrize("language", ["en"], indirect=True)
def test_it_says_so_when_that_could_not_be_kept(film, page, trouble):
    page.route("**/cookies/", lambda route: route.fulfill(status=429))

    film.get_by_role("button", name=ALWAYS["en"]).click()

    assert plays(film)
    expect(film.get_by_role("status")).to_contain_text("could not be kept")
    trouble[:] = [each for each in trouble if "429" not in each]


def test_a_refused_film_still_waits(film, page, language):
    page.locator("consent-bar button[value=refuse]").click()
    page.locator("consent-bar [data-kept]").wait_for()
    page.reload()

    expect(film.get_by_role("button", name=LOAD[language])).to_be_visible()
    assert complaints_in_both_schemes(page) == []


@pytest.mark.parametrize("page", ["objector"], indirect=True)
@pytest.mark.parametrize("language", ["en"], indirect=True)
def test_a_yes_here_counts_more_than_the_signal(film, page, language):
    film.get_by_role("button", name=ALWAYS[language]).click()
    assert plays(film)
    expect(film.get_by_role("status")).to_have_text(KEPT[language])
    page.reload()

    assert plays(film)


def test_without_script_a_film_is_a_link(new_context):
    page = new_context(java_script_enabled=False).new_page()
    page.goto("/en/privacy/")

    assert page.locator("iframe").count() == 0
    assert page.get_by_role("link", name="Watch it on YouTube").is_visible()
