"""The translators' queue: what each language lacks."""

import pytest
from django.urls import reverse

from coalition.demo.builders import (
    build_news_index,
    build_standard_page,
    build_story,
    build_user,
    home_page,
    publish_page,
)
from coalition.staff.roles import EDITOR, PARTNER_MANAGER
from tests.reading import parsed, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def english():
    return build_standard_page(title="Privacy")


@pytest.fixture
def french(english):
    return build_standard_page(home_page("fr"), title="Vie", translation_of=english)


def sign_in(client, role=EDITOR):
    client.force_login(build_user(role))


def queue(client, **narrowed):
    answer = client.get(reverse("translations"), narrowed)
    rows = [[words(cell) for cell in row.select("td")] for row in parsed(answer).select("tbody tr")]
    return {row[0]: row[1:] for row in rows}


def test_the_queue_says_what_each_language_lacks(client, english, french):
    build_standard_page(home_page("ar"), title="Draft", translation_of=english, live=False)
    publish_page(english)
    sign_in(client)

    assert queue(client) == {
        "Privacy": ["Up to date", "Behind its source See what changed", "Draft"]
    }


@pytest.mark.parametrize(
    ("narrowed", "titles"),
    [
        ({}, {"Privacy", "Terms"}),
        ({"language": "fr"}, {"Terms"}),
        ({"language": "ar", "state": "missing"}, {"Privacy", "Terms"}),
        ({"state": "behind"}, set()),
        ({"language": "fr", "state": "draft"}, set()),
    ],
)
def test_the_queue_can_be_narrowed(client, french, narrowed, titles):
    build_standard_page(title="Terms")
    sign_in(client)

    assert queue(client, **narrowed).keys() == titles


def test_the_queue_leaves_out_what_is_translated(client, english, french):
    build_standard_page(home_page("ar"), title="Arabic", translation_of=english)
    sign_in(client)

    assert queue(client) == {}


def test_the_queue_costs_the_same_with_twice_as_many_pages(client, django_assert_max_num_queries):
    build_news_index()
    sign_in(client)
    client.get(reverse("translations"))

    def add_stories(*names):
        for name in names:
            story = build_story(title=name)
            build_story(home_page("fr"), title=f"{name} fr", translation_of=story)
            publish_page(story)

    add_stories("one")
    with django_assert_max_num_queries(100) as few:
        queue(client)
    add_stories("two", "three")
    with django_assert_max_num_queries(len(few)):
        queue(client)


def test_the_queue_is_closed_to_those_who_edit_no_page(client):
    sign_in(client, PARTNER_MANAGER)

    assert client.get(reverse("translations")).status_code == 302
