"""The component gallery: everything in every state, for those who make the site."""

import pytest
from django.conf import settings
from django.test import override_settings

from coalition.demo.builders import (
    build_about_page,
    build_admin,
    build_campaign,
    build_document,
    build_line_of_effort,
    build_partner_index,
    build_picture,
    build_social_post,
    build_story,
    home_page,
)
from coalition.media.models import Video
from tests.reading import main_text, texts

pytestmark = pytest.mark.django_db
ADDRESS = "/en/gallery/"
# What is in a page's head, for machines.
UNSEEN = {"components/metadata.html"}


def component_templates():
    """As authors of templates name them."""
    for folder in ("components", "blocks"):
        for path in (settings.BASE_DIR / "templates" / folder).iterdir():
            yield f"{folder}/{path.name}"


def furnish(home):
    """With one of everything that hangs in the gallery."""
    picture = build_picture()
    Video.objects.create(title="The factory opens", file="film.mp4", poster=picture)
    build_document()
    build_line_of_effort(build_about_page(home))
    build_campaign(home)
    build_partner_index(home)
    build_social_post(language=home.locale.language_code)
    build_story(home, picture=picture, picture_alt="A classroom")
    build_story(home_page("fr"))


def test_visitors_find_it_only_where_the_site_is_developed(visitor):
    assert visitor.get(ADDRESS).status_code == 404

    with override_settings(DEBUG=True):
        assert visitor.get(ADDRESS).status_code == 200


def test_an_empty_site_has_a_gallery_too(visitor):
    visitor.force_login(build_admin())

    assert "There is nothing to show yet." in main_text(visitor.get(ADDRESS))


@pytest.mark.parametrize("language", ["en", "ar"])
def test_every_component_hangs_there(visitor, language):
    visitor.force_login(build_admin())
    furnish(home_page(language))

    answer = visitor.get(f"/{language}/gallery/")

    hanging = {template.name for template in answer.templates}
    assert {*component_templates()} - hanging == UNSEEN
    assert texts(answer, ".gallery-rooms__room > p") == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_colours_are_chosen_whatever_the_device_likes(visitor, scheme):
    visitor.force_login(build_admin())

    answer = visitor.get(ADDRESS, {"scheme": scheme})

    assert f"gallery-rooms--{scheme}" in answer.content.decode()
