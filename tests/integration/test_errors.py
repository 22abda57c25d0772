"""What a reader is told when something failed: in the language of the address, without records."""

from http import HTTPStatus

import pytest
from django.db import InterfaceError, OperationalError
from django.test import Client

from coalition.delivery.outage import error_page
from tests.reading import links, parsed, texts

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


@pytest.mark.parametrize(("address", "language"), [("/ar/%01/", "ar"), ("/en/%01/", "en")])
def test_an_address_nobody_can_read_is_refused_in_its_language(reader, address, language):
    answer = reader.get(address)

    assert answer.status_code == 400
    assert parsed(answer).html["lang"] == language
    assert len(texts(answer, "h1")) == 1


def test_without_a_language_in_the_address_the_browser_is_asked(reader):
    answer = reader.get("/%01/", headers={"Accept-Language": "fr"})

    assert parsed(answer).html["lang"] == "fr"


def test_who_means_another_host_is_shown_nothing(reader):
    answer = reader.get("/en/", headers={"Host": "elsewhere.example"})

    assert (answer.status_code, answer.content) == (421, b"")
