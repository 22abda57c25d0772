"""The component gallery: everything in every state, for those who make the site."""

import pytest
from django.test import override_settings

from coalition.demo.builders import (
    build_admin,
    build_news_index,
    build_partner_index,
    build_picture,
    build_social_post,
    build_story,
)
from coalition.gallery.rooms import ROOMS
from tests.reading import main_text

pytestmark = pytest.mark.django_db
ADDRESS = "/en/gallery/"


def test_visitors_find_it_only_where_the_site_is_developed(visitor):
    assert visitor.get(ADDRESS).status_code == 404

    with override_settings(DEBUG=True):
        assert visitor.get(ADDRESS).status_code == 200


def test_an_empty_site_has_a_gallery_too(visitor):
    visitor.force_login(build_admin())

    assert "There is nothing to show yet." in main_text(visitor.get(ADDRESS))


@pytest.mark.parametrize("language", ["en", "ar"])
def test_staff_see_every_component(visitor, language):
    visitor.force_login(build_admin())
    index = build_news_index()
    build_story(index, title="Classrooms reopen", picture=build_picture())
    build_partner_index()
    build_social_post()

    text = main_text(visitor.get(f"/{language}/gallery/"))

    assert [name for name in ROOMS if name not in text] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_colours_are_chosen_whatever_the_device_likes(visitor, scheme):
    visitor.force_login(build_admin())

    answer = visitor.get(ADDRESS, {"scheme": scheme})

    assert f"gallery-rooms--{scheme}" in answer.content.decode()
