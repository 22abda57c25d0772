"""What is deleted while something else needs it."""

import pytest
from django.urls import reverse
from wagtail.models import ReferenceIndex

from coalition.demo.builders import build_admin, build_picture, build_story
from coalition.media.models import Picture
from tests.reading import words_at

pytestmark = pytest.mark.django_db


@pytest.fixture
def used():
    picture = build_picture()
    build_story(picture=picture, picture_alt="A gate")
    return picture


def delete_with_others(picture):
    return f"{reverse('wagtail_bulk_action', args=['media', 'picture', 'delete'])}?id={picture.pk}"


def delete_just_uploaded(picture):
    return reverse("wagtailimages:delete_multiple", args=[picture.pk])


def delete(picture):
    return reverse("wagtailimages:delete", args=[picture.pk])


@pytest.mark.parametrize("way", [delete, delete_with_others, delete_just_uploaded])
@pytest.mark.parametrize("is_indexed", [True, False])
def test_a_picture_stays_while_a_page_shows_it(client, used, way, is_indexed):
    if not is_indexed:
        ReferenceIndex.objects.all().delete()
    client.force_login(build_admin())

    answer = client.post(way(used))

    assert answer.status_code == 302
    assert Picture.objects.filter(pk=used.pk).exists()


def test_editors_are_told_why(client, used):
    client.force_login(build_admin())
    client.post(delete_just_uploaded(used))

    assert "something else still needs it" in words_at(client, "/admin/")
