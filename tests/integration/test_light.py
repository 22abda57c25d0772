"""A page whose pictures wait until a reader asks for them."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest

from coalition.demo.builders import build_news_index, build_picture, build_story
from tests.reading import main_text

pytestmark = pytest.mark.django_db
MESSAGE = {"subject": "press", "name": "Amal", "email": "amal@example.org", "text": "When?"}
TEMPLATE = re.compile(r"<template>.*?</template>", re.DOTALL)


@pytest.fixture
def story():
    return build_story(
        build_news_index(), picture=build_picture(), picture_alt="A class under a tree"
    )


def asked_for_at_once(answer):
    """What a browser fetches by itself: nothing that lies in a template."""
    return re.findall(r"<(?:img|picture|source|video)\b", TEMPLATE.sub("", answer.content.decode()))


def test_a_page_says_what_its_pictures_show_and_fetches_none(visitor, story):
    answer = visitor.get(story.url, {"pictures": "later"})

    assert "Show the picture: A class under a tree" in main_text(answer)
    assert asked_for_at_once(answer) == []


@pytest.mark.parametrize("parameters", [{}, {"pictures": "now"}, {"pictures": "never"}])
def test_all_other_pages_show_theirs(visitor, story, parameters):
    answer = visitor.get(story.url, parameters)

    assert asked_for_at_once(answer) != []


def test_the_next_page_does_not_remember_the_one_before(visitor, story):
    visitor.get(story.url, {"pictures": "later"})

    assert asked_for_at_once(visitor.get(story.url)) != []


@pytest.mark.usefixtures("purposes")
@pytest.mark.parametrize(
    ("path", "fields"),
    [("/en/contact/send/", MESSAGE | {"homepage": ""}), ("/en/cookies/", {"choice": "refuse"})],
)
def test_the_page_after_a_form_remembers_it(visitor, path, fields):
    form = visitor.post(f"{path}?pictures=later", fields, headers={"Origin": "http://testserver"})

    query = parse_qs(urlsplit(form.headers["Location"]).query)

    assert form.status_code == 303
    assert query["pictures"] == ["later"]


def test_it_may_be_stored_beside_the_plain_one(visitor, story):
    answer = visitor.get(story.url, {"pictures": "later"})

    assert "pictures" in answer.headers["X-Page-Parameters"].split(",")
    assert answer.headers["Cache-Control"].startswith("public")
    assert f'<link rel="canonical" href="http://testserver{story.url}">' in answer.content.decode()
