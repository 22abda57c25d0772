"""What the back office is asked by key: by numbers, and only of what one works on."""

import pytest
from django.urls import reverse
from wagtail.models import Collection

from coalition.demo.builders import (
    build_admin,
    build_document,
    build_picture,
    build_standard_page,
    build_user,
)
from coalition.staff.roles import EDITOR, FLAGS, PARTNER_MANAGER

pytestmark = pytest.mark.django_db

ADDRESSES = [
    "/admin/api/main/pages/find/",
    "/admin/api/main/images/find/",
    "/admin/choose-page/chosen-multiple/",
    "/admin/images/chooser/chosen-multiple/",
    "/admin/bulk/media/picture/delete/",
]


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("key", ["*", "x", "1 OR 1", "9" * 30, "\u0663"])
def test_a_key_that_is_no_number_is_refused(client, address, key):
    client.force_login(build_admin())

    assert client.get(address, {"id": key}).status_code == 400


def ask_to_delete(client, *rows):
    meta = rows[0]._meta
    address = reverse("wagtail_bulk_action", args=[meta.app_label, meta.model_name, "delete"])
    return client.get(address, {"id": [row.pk for row in rows]})


@pytest.fixture
def manager(client):
    user = build_user(PARTNER_MANAGER)
    client.force_login(user)
    return user


@pytest.fixture
def their_flag(manager):
    shelf = Collection.objects.get(name=FLAGS)
    return build_picture("Their flag", collection=shelf, uploaded_by_user=manager)


def test_changes_many_pictures_of_ones_own(client, their_flag):
    assert "Their flag" in ask_to_delete(client, their_flag).content.decode()


def test_names_no_picture_of_others_among_many(client, their_flag):
    answer = ask_to_delete(client, their_flag, build_picture("Not for them"))

    assert answer.status_code == 302
    assert "Not for them" not in client.get(answer["Location"]).content.decode()


def test_names_no_document_of_others_among_many(client):
    client.force_login(build_user(EDITOR))

    assert ask_to_delete(client, build_document("Not for them")).status_code == 302


def test_names_no_hidden_page_of_others_among_many(client):
    user = build_user(EDITOR)
    user.groups.get().page_permissions.update(page=build_standard_page(slug="theirs"))
    client.force_login(user)

    hidden = build_standard_page(slug="hidden", live=False).page_ptr

    assert ask_to_delete(client, hidden).status_code == 302
