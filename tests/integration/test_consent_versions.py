"""A yes counts for the words and cookies that were shown; others are asked for, in any language."""

import pytest
from cookie_consent.models import Cookie, CookieGroup

from coalition.consent.models import ConsentTexts, CookieTexts, PurposeTexts
from coalition.consent.registry import versions
from coalition.demo.builders.rows import keep_row, locale

pytestmark = pytest.mark.django_db

LANGUAGES = ["en", "fr", "ar"]
LABELS = ("title", "text", "accept_label", "reject_label", "choose_label")


@pytest.fixture(autouse=True)
def registry():
    """Two purposes with a cookie each, explained in every language but for the last cookie."""
    films, maps = [
        CookieGroup.objects.create(varname=key, name=key, description="From afar.")
        for key in ("films", "maps")
    ]
    player = Cookie.objects.create(cookiegroup=films, name="player", description="Counts.")
    Cookie.objects.create(cookiegroup=films, name="lens", description="Sharpens.")
    Cookie.objects.create(cookiegroup=maps, name="compass")
    for language in LANGUAGES:
        texts = ConsentTexts(locale=locale(language), **dict.fromkeys(LABELS, "words"))
        texts.purposes = [PurposeTexts(group=films, name="Films", description="From afar.")]
        texts.cookies = [
            CookieTexts(
                cookie=player, provider="A platform", lifetime="A day", description="Plays."
            )
        ]
        keep_row(texts)


def film_texts(model, language):
    return model.objects.filter(texts__locale__language_code=language)


def notice(language):
    return ConsentTexts.objects.filter(locale__language_code=language)


def cookies_of_films():
    return Cookie.objects.filter(cookiegroup__varname="films")


IN_A_LANGUAGE = {
    "another name": lambda language: film_texts(PurposeTexts, language).update(name="Cinema"),
    "another description": lambda language: film_texts(PurposeTexts, language).update(
        description="From nearby."
    ),
    "words taken back": lambda language: film_texts(PurposeTexts, language).delete(),
    "another provider": lambda language: film_texts(CookieTexts, language).update(provider="Other"),
    "a longer life": lambda language: film_texts(CookieTexts, language).update(lifetime="A year"),
    "another kind": lambda language: film_texts(CookieTexts, language).update(kind="storage"),
    "another effect": lambda language: film_texts(CookieTexts, language).update(
        description="Follows."
    ),
}
IN_ALL = {
    "one cookie more": lambda: CookieGroup.objects.get(varname="films").cookie_set.create(name="x"),
    "one cookie less": lambda: cookies_of_films().filter(name="player").delete(),
    "another cookie": lambda: cookies_of_films().filter(name="player").update(name="other"),
    "another domain": lambda: cookies_of_films().update(domain="films.example"),
    "words of our own for a cookie": lambda: cookies_of_films().update(description="Follows."),
    "words of our own": lambda: CookieGroup.objects.filter(varname="films").update(name="Cinema"),
}


def asked_anew(before):
    return {key for key, version in versions().items() if version != before[key]}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("change", IN_A_LANGUAGE.values(), ids=IN_A_LANGUAGE)
def test_a_purpose_is_asked_about_anew_after(change, language):
    before = versions()

    change(language)

    assert asked_anew(before) == {"films"}


@pytest.mark.parametrize("change", IN_ALL.values(), ids=IN_ALL)
def test_so_it_is_after(change):
    before = versions()

    change()

    assert asked_anew(before) == {"films"}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("words", ["title", "text", "accept_label", "reject_label"])
def test_everything_is_asked_about_anew_after_another_question(language, words):
    before = versions()

    notice(language).update(**{words: "other words"})

    assert asked_anew(before) == {"films", "maps"}


def test_a_draft_asks_nobody_anew():
    before = versions()
    texts = notice("fr").get()

    texts.text = "Not yet."
    texts.save_revision()

    assert asked_anew(before) == set()


def test_a_cookie_that_moves_changes_both_purposes():
    before = versions()

    cookies_of_films().update(cookiegroup=CookieGroup.objects.get(varname="maps"))

    assert asked_anew(before) == {"films", "maps"}
