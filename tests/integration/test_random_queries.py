"""Whatever strangers write behind the question mark costs nothing, on any type of page."""

from random import Random

import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.test import RequestFactory

from coalition.delivery.store.door import StoredPages
from coalition.delivery.store.site import is_known
from coalition.demo.builders import (
    build_about_page,
    build_campaign,
    build_line_of_effort,
    build_partner_page,
    build_standard_page,
    build_story,
    home_page,
)

pytestmark = pytest.mark.django_db

TYPES = {
    "home": home_page,
    "list of stories": lambda: build_story().get_parent(),
    "story": build_story,
    "list of partners": lambda: build_partner_page().get_parent(),
    "partner": build_partner_page,
    "explainer": build_about_page,
    "line of effort": build_line_of_effort,
    "campaign": build_campaign,
    "standard page": build_standard_page,
}
QUERIES = 1_000
MOST_RENDERS = 2


@pytest.mark.usefixtures("connection_stays_open")
@pytest.mark.parametrize("name", TYPES)
def test_a_thousand_random_queries_render_a_page_twice_at_the_most(store, name):
    page, handler, rendered = TYPES[name](), WSGIHandler(), []

    def counting(environ, start_response):
        rendered.append(environ["QUERY_STRING"])
        return handler(environ, start_response)

    door = StoredPages(counting, store, is_known)
    asked = RequestFactory().get(page.url).environ | {"HTTP_HOST": "testserver"}
    answers = set()
    for query in random_queries():
        body = door(asked | {"QUERY_STRING": query}, lambda status, headers, exc=None: None)
        answers.add(b"".join(body))

    assert len(rendered) <= MOST_RENDERS
    assert len(answers) == 1


def random_queries():
    numbers = Random(8)  # noqa: S311 - nothing is kept secret by them.
    for _ in range(QUERIES):
        yield f"utm_{numbers.getrandbits(32):x}={numbers.getrandbits(32):x}&{numbers.random()}"
