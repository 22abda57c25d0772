"""The OpenAPI document knows every address for programs, and the register's own words.

`tests/browser/test_promises.py` asks the site whether all it says is true.
"""

import pytest
from django.urls import get_resolver

from partners.open_data.record import Precision
from partners.vocabulary import Kind, Region, Status
from tests.reading import links

pytestmark = pytest.mark.django_db


@pytest.fixture
def document(visitor):
    return visitor.get("/api/openapi.json").json()


def addresses(patterns, before="/"):
    """What an address map answers, with its parameters as they stand there."""
    for pattern in patterns:
        address = f"{before}{pattern.pattern}"
        if hasattr(pattern, "url_patterns"):
            yield from addresses(pattern.url_patterns, address)
        else:
            yield address


def test_describes_every_address_for_programs_and_no_other(document):
    answered = addresses(get_resolver("coalition.urls_public").url_patterns)

    described = [address for address in document["paths"] if address.startswith("/api/")]

    assert set(described) == {address for address in answered if address.startswith("/api/")}


def test_knows_the_words_by_which_the_register_sorts(document):
    schemas = document["components"]["schemas"]
    partner = schemas["partner"]["properties"]

    assert partner["kind"]["enum"] == Kind.values
    assert partner["region"]["enum"] == [*Region.values, None]
    # Who has withdrawn is no partner on that day.
    assert partner["status"]["enum"] == [Status.MEMBER, Status.SUSPENDED]
    assert partner["joined"]["properties"]["precision"]["enum"] == list(Precision)


def test_knows_the_languages_of_the_site(document, settings):
    languages = document["components"]["schemas"]["language"]["enum"]

    assert languages == [code for code, _ in settings.LANGUAGES]


def test_says_of_a_point_on_the_map_what_is_said_of_a_partner_but_its_id(document):
    schemas = document["components"]["schemas"]

    left_out = set(schemas["partner"]["properties"]) - set(
        schemas["partner_without_id"]["properties"]
    )

    assert left_out == {"id"}


def test_readers_find_it_where_the_data_is_explained(visitor):
    answer = visitor.get("/en/open-data/")

    assert links(answer)["OpenAPI document"] == "/api/openapi.json"
