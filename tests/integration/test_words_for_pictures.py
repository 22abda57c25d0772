"""Nothing goes public that some readers can neither see nor hear; a draft may still lack words."""

import pytest
from django.urls import reverse
from wagtail.models import Locale
from wagtail.test.utils.form_data import streamfield

from coalition.demo.builders import (
    build_admin,
    build_news_index,
    build_picture,
    build_story,
    home_page,
)
from coalition.pages.lacks import what_it_lacks
from coalition.releases.contents import add
from coalition.releases.models import Release
from coalition.releases.problems import problems_of
from news.models import StoryPage
from tests.integration.test_blocks import build_video
from tests.integration.test_story_kinds import written
from tests.reading import main_text

pytestmark = pytest.mark.django_db

PICTURE_COMPLAINT = "Say what the picture shows"
BODY_COMPLAINT = "Say what each picture shows"


def figure(**words):
    return {"image": build_picture(), "alt_text": "", "is_decorative": False, **words}


def lacks(**fields):
    return what_it_lacks(build_story(live=False, **fields))


@pytest.mark.parametrize(
    ("fields", "complaint"),
    [
        ({}, ""),
        ({"picture_alt": "A gate"}, ""),
        ({"picture_alt": " "}, PICTURE_COMPLAINT),
    ],
)
def test_a_picture_on_top_says_what_it_shows(fields, complaint):
    found = lacks(picture=build_picture() if fields else None, **fields)

    assert found.get("picture_alt", "").startswith(complaint)
    assert bool(found) == bool(complaint)


@pytest.mark.parametrize(
    ("language", "alt", "is_told"),
    [
        ("ar", "بوابة", True),
        ("ar", "A gate", False),
        ("fr", "Une porte", True),
        ("fr", "بوابة", False),
        ("en", "IMG_1234.jpg", False),
    ],
)
def test_each_says_so_in_the_language_of_the_page(language, alt, is_told):
    index = build_news_index(home_page(language))
    body = [("figure", figure(alt_text=alt))]
    story = build_story(index, picture=build_picture(), picture_alt=alt, body=body, live=False)

    assert what_it_lacks(story).keys() == (set() if is_told else {"picture_alt", "body"})


@pytest.mark.parametrize("place", ["on top", "in the body"])
@pytest.mark.parametrize(
    ("english", "french", "is_told"),
    [("A gate", "A gate", False), ("Raqqa", "Raqqa", True), ("A gate", "Une porte", True)],
)
def test_a_translation_does_not_keep_the_words_of_its_source(english, french, is_told, place):
    def pictured(words):
        top = {"picture": build_picture(), "picture_alt": words}
        return top if place == "on top" else {"body": [("figure", figure(alt_text=words))]}

    source = build_story(**pictured(english))
    story = build_story(home_page("fr"), translation_of=source, live=False, **pictured(french))

    assert bool(what_it_lacks(story)) != is_told


def test_a_translation_may_have_a_source_with_decoration():
    decoration = {"image": build_picture(), "is_decorative": True}
    source = build_story(body=[("figure", decoration)])
    story = build_story(home_page("fr"), translation_of=source, live=False)

    assert what_it_lacks(story) == {}


def test_a_page_in_the_english_of_another_country_keeps_its_words():
    story = build_story(picture=build_picture(), picture_alt="A gate")
    british = Locale.objects.create(language_code="en-gb")
    copy = story.copy_for_translation(british, copy_parents=True)

    assert what_it_lacks(copy) == {}


@pytest.mark.parametrize(
    ("words", "is_told"),
    [({}, False), ({"alt_text": "A gate"}, True), ({"is_decorative": True}, True)],
)
def test_pictures_in_a_body_have_words_or_are_decoration(words, is_told):
    alone = lacks(body=[("figure", figure(**words))])
    together = lacks(body=[("gallery", {"figures": [figure(alt_text="A wall"), figure(**words)]})])

    for found in (alone, together):
        assert ("body" in found) != is_told
        assert found.get("body", BODY_COMPLAINT).startswith(BODY_COMPLAINT)


@pytest.mark.parametrize(("language", "is_told"), [("en", True), ("ar", False), ("fr", False)])
def test_a_film_can_be_followed_in_the_language_of_the_page(language, is_told):
    """The film has captions in English with a transcript, and in Arabic without one."""
    story = build_story(kind="video", video=build_video(), live=False)
    story.locale = Locale.objects.get(language_code=language)
    story.body = [("video", {"video": story.video})]

    assert what_it_lacks(story).keys() == (set() if is_told else {"video", "body"})


@pytest.mark.parametrize(
    ("language", "words", "is_told"),
    [
        ("en", {}, True),
        ("en", {"has_captions": False}, False),
        ("en", {"transcript": ""}, False),
        ("en", {"transcript": "<p> </p>"}, False),
        ("ar", {}, False),
        ("ar", {"transcript": "<p>تدور الأنوال.</p>"}, True),
    ],
)
def test_a_film_on_another_site_can_be_followed_too(language, words, is_told):
    told = {"has_captions": True, "transcript": "<p>The looms turn.</p>"} | words
    film = {"url": "https://youtu.be/aaaaaaaaaaa", "title": "The factory"} | told
    story = build_story(home_page(language), body=[("embed", film)], live=False)

    assert ("“The factory”" in what_it_lacks(story).get("body", "")) != is_told


def test_the_editor_says_what_is_missing(client):
    picture = build_picture()

    response, story = written(client, build_news_index(), picture=picture.pk, picture_alt="")

    assert story is None
    assert PICTURE_COMPLAINT in main_text(response)


def test_the_editor_says_it_of_a_film_in_the_body(client):
    film = build_video()
    film.captions.all().delete()
    body = streamfield([("video", {"video": film.pk, "caption": ""})])

    response, story = written(client, build_news_index(), body=body)

    assert story is None
    assert "has no captions with a transcript" in response.content.decode()


def test_a_draft_may_lack_words(client):
    image = build_picture().pk
    body = streamfield([("figure", {"image": image, "alt_text": "", "caption": ""})])

    _, story = written(client, build_news_index(), publish=False, picture=image, body=body)

    assert story is not None
    assert not story.live


def test_a_release_does_not_publish_it():
    admin = build_admin()
    release = Release.objects.create(title="Together", creator=admin)
    add(release, build_story(live=False, picture=build_picture(), picture_alt=""), admin)

    assert any(PICTURE_COMPLAINT in problem for problem in problems_of(release))


@pytest.mark.parametrize("is_whole", [True, False])
def test_publishing_many_at_once_waits_for_the_one_that_lacks_words(client, is_whole):
    client.force_login(build_admin())
    index = build_news_index()
    alt = "A gate" if is_whole else ""
    story = build_story(index, live=False, picture=build_picture(), picture_alt=alt)
    address = reverse("wagtail_bulk_action", args=("wagtailcore", "page", "publish"))

    asked = f"{address}?id={index.pk}&next=/admin/"
    response = client.post(asked, {"include_descendants": "on"}, follow=True)

    assert StoryPage.objects.get(pk=story.pk).live == is_whole
    assert (PICTURE_COMPLAINT in response.content.decode()) != is_whole


@pytest.mark.parametrize("is_whole", [True, False])
def test_an_approval_waits_for_words(client, is_whole):
    boss = build_admin()
    client.force_login(boss)
    story = build_story(
        picture=build_picture(), picture_alt="A gate" if is_whole else "", live=False
    )
    story.save_revision()
    step = story.get_workflow().start(story, boss).current_task_state
    address = reverse("wagtailadmin_pages:workflow_action", args=[story.pk, "approve", step.pk])

    response = client.post(address, {"comment": ""}, follow=True)

    assert StoryPage.objects.get(pk=story.pk).live == is_whole
    assert (PICTURE_COMPLAINT in response.content.decode()) != is_whole


@pytest.mark.parametrize("is_whole", [True, False])
def test_wagtails_interface_for_programs_waits_for_words(client, is_whole):
    client.force_login(build_admin())
    story = build_story(
        picture=build_picture(), picture_alt="A gate" if is_whole else "", live=False
    )
    address = reverse("wagtailadmin_api:pages:action", args=[story.pk, "publish"])

    response = client.post(address)

    assert StoryPage.objects.get(pk=story.pk).live == is_whole
    assert response.status_code == (200 if is_whole else 400)
