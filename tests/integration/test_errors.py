"""What a reader is told when something failed: in the language of the address, without records."""

from dataclasses import replace
from http import HTTPStatus

import pytest
from django.db import InterfaceError, OperationalError
from django.http import HttpResponse
from django.test import Client, RequestFactory

from coalition.contact import views as contact
from coalition.delivery.outage import error_page
from coalition.delivery.store import room
from coalition.delivery.store.site import behind_the_door, leave_word_for_when_we_are_away
from coalition.demo.builders import build_story, home_page
from tests.reading import links, parsed, texts
from tests.spoken import foreign_words

pytestmark = pytest.mark.django_db

LANGUAGES = {"en": "ltr", "fr": "ltr", "ar": "rtl"}


@pytest.fixture
def reader():
    return Client(raise_request_exception=False)


@pytest.fixture
def fail(monkeypatch):
    """Let every page raise this."""

    def fail_with(error):
        def found(request, path):
            raise error

        monkeypatch.setattr("coalition.pages.routing.found", found)

    return fail_with


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("error", "status"),
    [
        (OperationalError("the connection is lost"), 503),
        (InterfaceError("the connection is closed"), 503),
        (ZeroDivisionError("ours"), 500),
    ],
    ids=["lost", "closed", "ours"],
)
def test_a_failure_is_told_in_the_language_of_the_address(reader, fail, language, error, status):
    fail(error)

    answer = reader.get(f"/{language}/a-page/")

    assert answer.status_code == status
    assert (parsed(answer).html["lang"], parsed(answer).html["dir"]) == (
        language,
        LANGUAGES[language],
    )
    assert set(links(answer, "main a").values()) == {f"/{language}/a-page/", f"/{language}/"}
    assert answer["Cache-Control"] == "private, no-store"


@pytest.mark.parametrize("status", [400, 500, 503])
def test_it_is_told_without_asking_the_database(rf, status, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert error_page(rf.get("/ar/"), HTTPStatus(status)).status_code == status


def test_only_a_lost_database_asks_to_come_back(reader, fail):
    fail(OperationalError("the connection is lost"))
    waiting = reader.get("/en/")
    fail(ZeroDivisionError("ours"))

    assert waiting["Retry-After"] == "30"
    assert "Retry-After" not in reader.get("/en/")


def ask_for_what_is_gone(reader, language):
    story = build_story(home_page(language))
    story.delete()
    return reader.get(story.url)


def write_to_us(reader, language, origin):
    words = {"subject": "press", "name": "A reader", "email": "reader@example.org", "text": "83?"}
    return reader.post(f"/{language}/contact/send/", words, headers={"Origin": origin})


REFUSALS = {
    400: lambda reader, language: reader.get(f"/{language}/%01/"),
    403: lambda reader, language: write_to_us(reader, language, "https://elsewhere.example"),
    404: lambda reader, language: reader.get(f"/{language}/not/here/"),
    410: ask_for_what_is_gone,
    429: lambda reader, language: write_to_us(reader, language, "http://testserver"),
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("status", REFUSALS)
def test_a_refusal_is_told_in_the_language_of_the_address(reader, monkeypatch, status, language):
    monkeypatch.setattr(contact, "LIMIT", replace(contact.LIMIT, from_everybody=0))

    answer = REFUSALS[status](reader, language)

    html = parsed(answer).html
    assert answer.status_code == status
    assert (html["lang"], html["dir"]) == (language, LANGUAGES[language])
    assert len(texts(answer, "h1")) == 1
    assert list(foreign_words(answer.content, language)) == []


def test_without_a_language_in_the_address_the_browser_is_asked(reader):
    answer = reader.get("/%01/", headers={"Accept-Language": "fr"})

    assert parsed(answer).html["lang"] == "fr"


def test_who_means_another_host_is_shown_nothing(reader):
    answer = reader.get("/en/", headers={"Host": "elsewhere.example"})

    assert (answer.status_code, answer.content) == (421, b"")


@pytest.mark.parametrize("language", LANGUAGES)
def test_whoever_asks_too_much_is_told_when_to_come_back(reader, language):
    answer = reader.get(f"/{language}/busy/")

    assert (answer.status_code, answer["Retry-After"]) == (429, "30")
    assert parsed(answer).html["lang"] == language


@pytest.mark.parametrize("language", LANGUAGES)
def test_so_is_whoever_finds_no_room_while_others_wait(settings, tmp_path, monkeypatch, language):
    monkeypatch.setattr(room, "PATIENCE", 0)
    settings.PAGE_STORE, settings.BLOCKING_THREADS = str(tmp_path), 2
    said = {}

    def application(environ, start_response):
        """As if somebody else asked while this one is answered."""
        another = RequestFactory().get(f"/{language}/another/").environ
        said["page"] = door(another, lambda *given: said.update(headers=given))
        return []

    door = behind_the_door(application)
    door(RequestFactory().post("/en/contact/").environ, print)
    status, headers = said["headers"]
    answer = HttpResponse(said["page"])

    assert status == "503 Service Unavailable"
    assert dict(headers)["Retry-After"] == "30"
    assert dict(headers)["Cache-Control"] == "private, no-store"
    assert parsed(answer).html["lang"] == language


def test_web_servers_find_a_page_for_each_language_while_the_site_is_away(tmp_path, settings):
    settings.PAGE_STORE = str(tmp_path / "pages")

    leave_word_for_when_we_are_away()

    pages = {file.stem: file.read_text() for file in (tmp_path / "pages" / "away").iterdir()}
    assert pages.keys() == dict(settings.LANGUAGES).keys()
    assert all(f'<html lang="{language}"' in page for language, page in pages.items())
