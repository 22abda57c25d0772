"""A film that readers see stays as a publisher left it: films know no drafts."""

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text

from coalition.demo.builders import build_picture, build_story, build_user
from coalition.media.models import Video
from coalition.staff.roles import EDITOR, PUBLISHER
from tests.integration.test_blocks import build_video
from tests.reading import main_text
from tests.telling_files import mp4, vtt

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor():
    return build_user(EDITOR)


@pytest.fixture
def film():
    """With captions in English and in Arabic; only the English ones have a transcript."""
    return build_video()


def save(client, film, words=(), more=(), **changes):
    """`words` are changes to the captions in English, `more` are captions in another language."""

    def row(captions):
        is_english = captions.locale.language_code == "en"
        text = rich_text(captions.transcript) if captions.transcript else "null"
        changed = dict(words) if is_english else {}
        return {"id": captions.pk, "locale": captions.locale_id, "transcript": text, **changed}

    rows = [row(captions) for captions in film.captions.all()]
    fields = {"title": film.title, "poster": film.poster_id, **changes}
    captions = inline_formset([*rows, *more], initial=len(rows))
    form = nested_form_data({**fields, "captions": captions})
    address = reverse("wagtailsnippets_media_video:edit", args=[film.pk])
    return client.post(address, form, follow=True)


def all_of(film):
    """What readers are shown of it."""
    now = Video.objects.get()
    words = now.captions.values_list("file", "transcript", "locale")
    return now.file.name, now.poster_id, list(words)


CHANGES_TO_FILMS = {
    "file": lambda: {"file": ContentFile(mp4(), "other.mp4")},
    "poster": lambda: {"poster": build_picture(cut_to=()).pk},
    "captions": lambda: {"words": {"file": ContentFile(vtt("They stand."), "other.vtt")}},
    "transcript": lambda: {"words": {"transcript": rich_text("<p>The looms stand.</p>")}},
}


@pytest.mark.parametrize("name", CHANGES_TO_FILMS)
@pytest.mark.parametrize(("role", "is_refused"), [(EDITOR, True), (PUBLISHER, False)])
def test_a_film_that_readers_see_stays_as_it_was_published(client, film, name, role, is_refused):
    build_story(body=[("video", {"video": film})])
    before = all_of(film)
    client.force_login(build_user(role))

    told = main_text(save(client, film, **CHANGES_TO_FILMS[name]()))

    assert (all_of(film) == before) == is_refused
    assert ("only a publisher can" in told) == is_refused


@pytest.mark.parametrize("name", CHANGES_TO_FILMS)
def test_a_film_that_no_reader_sees_is_an_editors_to_change(client, film, editor, name):
    build_story(body=[("video", {"video": film})], live=False)
    before = all_of(film)
    client.force_login(editor)

    save(client, film, **CHANGES_TO_FILMS[name]())

    assert all_of(film) != before


def test_no_language_is_added_to_a_film_that_readers_see(client, film, editor):
    words = film.captions.get(locale__language_code="ar")
    words.delete()
    build_story(body=[("video", {"video": film})])
    client.force_login(editor)
    file = ContentFile(vtt(), "other.vtt")
    more = {"locale": words.locale_id, "file": file, "transcript": rich_text("<p>They.</p>")}

    save(client, film, more=[more])

    assert film.captions.count() == 1


def test_the_title_of_a_film_stays_an_editors_to_change(client, film, editor):
    build_story(body=[("video", {"video": film})])
    client.force_login(editor)

    save(client, film, title="The looms")

    assert Video.objects.get().title == "The looms"
