"""Films of our own: what of them a browser asks for, and when."""

import pytest

FILM = "/en/news/partners-on-one-map/"
TRACK = """
(film, language) => [...film.textTracks].find((track) => track.language === language).mode
"""


@pytest.fixture
def captions(phone):
    """The addresses of captions that the page has asked for so far."""
    asked = []
    phone.on("request", lambda request: request.url.endswith(".vtt") and asked.append(request.url))
    return asked


@pytest.mark.parametrize("language", ["en", "ar"])
def test_captions_come_when_a_film_is_played_in_the_language_of_the_page(phone, captions, language):
    phone.goto(FILM)
    there = phone.locator(f"link[hreflang={language}]").get_attribute("href")
    phone.goto(there, wait_until="networkidle")
    film = phone.locator("video")
    film.scroll_into_view_if_needed()
    phone.wait_for_load_state("networkidle")
    assert captions == []

    with phone.expect_request("**/*.vtt"):
        film.evaluate("film => { film.play().catch(() => {}) }")

    assert film.evaluate(TRACK, language) == "showing"
    assert len(captions) == 1


def test_who_hides_them_does_not_get_them_again(phone):
    phone.goto(FILM)
    film = phone.locator("video")
    play = "film => { film.dispatchEvent(new Event('play')) }"
    film.evaluate(play)
    assert film.evaluate(TRACK, "en") == "showing"

    film.evaluate("film => { for (const track of film.textTracks) track.mode = 'hidden' }")
    film.evaluate(play)

    assert film.evaluate(TRACK, "en") == "hidden"
