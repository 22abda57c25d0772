"""A film keeps the words by which some readers follow it, as long as a page shows it to them."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Locale
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text

from coalition.demo.builders import build_admin, build_story, home_page
from tests.integration.test_blocks import build_video
from tests.reading import main_text

pytestmark = pytest.mark.django_db

REFUSAL = "“The looms” shows this film in English"
# What the editor sends of a field without words.
EMPTY = "null"
PLACES = {
    "on top": lambda film: {"kind": "video", "video": film},
    "in the body": lambda film: {"body": [("video", {"video": film})]},
}


@pytest.fixture
def film():
    """With captions in English with a transcript, and in Arabic without one."""
    return build_video()


def schedule(story):
    story.go_live_at = timezone.now() + timedelta(hours=1)
    story.save_revision().publish(skip_permission_checks=True)


def save(client, film, **changes_in_english):
    """What an editor sees then, and the languages in which the film can be followed."""

    def row(words):
        changes = changes_in_english if words.locale.language_code == "en" else {}
        text = rich_text(words.transcript) if words.transcript else EMPTY
        return {"id": words.pk, "locale": words.locale_id, "transcript": text, **changes}

    client.force_login(build_admin())
    rows = [row(words) for words in film.captions.all()]
    fields = {"title": "The looms turn again", "poster": film.poster_id}
    form = nested_form_data({**fields, "captions": inline_formset(rows, initial=len(rows))})
    address = reverse("wagtailsnippets_media_video:edit", args=[film.pk])
    answer = client.post(address, form, follow=True)
    kept = type(film).objects.get(pk=film.pk)
    followed = [
        each.language_code for each in Locale.objects.all() if kept.can_be_followed_in(each)
    ]
    return main_text(answer), followed


@pytest.mark.parametrize("loss", [{"DELETE": "on"}, {"transcript": EMPTY}])
@pytest.mark.parametrize("place", PLACES)
def test_words_stay_while_a_page_needs_them(client, film, loss, place):
    build_story(title="The looms", **PLACES[place](film))

    told, followed = save(client, film, **loss)

    assert REFUSAL in told
    assert followed == ["en"]


@pytest.mark.parametrize("is_live", [True, False])
@pytest.mark.parametrize("place", PLACES)
def test_words_stay_for_a_page_that_is_scheduled_to_need_them(client, film, place, is_live):
    story = build_story(title="The looms", live=is_live)
    for name, value in PLACES[place](film).items():
        setattr(story, name, value)
    schedule(story)

    told, followed = save(client, film, DELETE="on")

    assert REFUSAL in told
    assert followed == ["en"]


@pytest.mark.parametrize("change", [{}, {"transcript": rich_text("<p>Two looms turn.</p>")}])
def test_what_takes_no_words_away_is_saved(client, film, change):
    build_story(kind="video", video=film)

    told, followed = save(client, film, **change)

    assert "shows this film" not in told
    assert followed == ["en"]


@pytest.mark.parametrize(
    ("language", "fields"),
    [
        ("en", {"kind": "video", "live": False}),
        ("ar", {"kind": "video"}),
        # Once a video, and since then of another kind.
        ("en", {"kind": "news"}),
    ],
)
def test_words_that_no_page_needs_may_go(client, film, language, fields):
    build_story(home_page(language), video=film, **fields)

    _, followed = save(client, film, DELETE="on")

    assert followed == []
