"""Pictures and documents that readers see are replaced and deleted by those who may publish."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from coalition.demo.builders import build_document, build_picture, build_story, build_user
from coalition.demo.builders.media import plain_jpeg
from coalition.media.models import Picture
from coalition.releases.review import Reopen, Submit
from coalition.staff.roles import DOCUMENTS, EDITOR, IMAGES, PUBLISHER, ROLES
from tests.integration.test_releases import approved, release_of
from tests.reading import main_text

pytestmark = pytest.mark.django_db

NOBODY_BRINGS_IT_BACK = "nothing would bring it back"
ASKED_FOR_AS = {"wagtailimages": IMAGES, "wagtaildocs": DOCUMENTS}


@pytest.fixture
def editor():
    return build_user(EDITOR, username="editor")


def a_picture(owner=None):
    return build_picture(cut_to=(), uploaded_by_user=owner)


def a_document(owner=None):
    document = build_document(filename="report.txt", content=b"Words")
    document.uploaded_by_user = owner
    document.save()
    return document


def show(file, **fields):
    """On a page."""
    if isinstance(file, Picture):
        return build_story(body=[("figure", {"image": file, "alt_text": "A gate"})], **fields)
    return build_story(body=[("document", {"document": file})], **fields)


def screens_of(file):
    return "wagtailimages" if isinstance(file, Picture) else "wagtaildocs"


def kept(file):
    return type(file).objects.filter(pk=file.pk).first()


def edit(client, row, **values):
    address = reverse(f"{screens_of(row)}:edit", args=[row.pk])
    form = {"title": row.title, "collection": row.collection_id, "tags": "", **values}
    return client.post(address, form, follow=True)


def replace(client, file):
    if isinstance(file, Picture):
        return edit(client, file, file=SimpleUploadedFile("b.jpg", plain_jpeg((9, 9))))
    return edit(client, file, file=SimpleUploadedFile("b.txt", b"Other words"))


def is_as_it_was(file):
    now = kept(file)
    return now.file.name == file.file.name and Path(now.file.path).exists()


@pytest.mark.parametrize("make", [a_picture, a_document])
@pytest.mark.parametrize("role", ROLES, ids=lambda role: role.name)
def test_whoever_may_delete_files_may_replace_what_readers_see(client, role, make):
    user = build_user(role)
    file = make(user)
    show(file)
    client.force_login(user)

    replace(client, file)

    rights = role.library.get(ASKED_FOR_AS[screens_of(file)], ())
    assert is_as_it_was(file) != ("delete" in rights)


@pytest.mark.parametrize("make", [a_picture, a_document])
def test_others_are_told_why_and_what_to_do_instead(client, editor, make):
    file = make(editor)
    show(file)
    client.force_login(editor)

    told = main_text(replace(client, file))

    assert NOBODY_BRINGS_IT_BACK in told
    assert "Upload yours as a new one" in told


@pytest.mark.parametrize("make", [a_picture, a_document])
def test_words_and_what_matters_in_it_stay_theirs_to_change(client, editor, make):
    file = make(editor)
    show(file)
    client.force_login(editor)
    focal_point = {f"focal_point_{side}": 8 for side in ("x", "y", "width", "height")}

    edit(client, file, title="The gate", tags="gates", **focal_point)

    assert kept(file).title == "The gate"
    assert kept(file).tags.names()[0] == "gates"


@pytest.mark.parametrize("make", [a_picture, a_document])
def test_what_no_reader_sees_is_theirs_to_replace(client, editor, make):
    in_a_draft, unpublished = make(editor), make(editor)
    show(in_a_draft, live=False)
    show(unpublished).unpublish()
    client.force_login(editor)

    for file in (in_a_draft, unpublished):
        replace(client, file)

    assert not any(kept(file).file.name == file.file.name for file in (in_a_draft, unpublished))


@pytest.mark.parametrize("make", [a_picture, a_document])
def test_what_is_scheduled_is_as_good_as_seen(client, editor, make):
    file = make(editor)
    story = show(file, live=False)
    story.go_live_at = timezone.now() + timedelta(hours=1)
    story.save_revision().publish(skip_permission_checks=True)
    client.force_login(editor)

    replace(client, file)

    assert is_as_it_was(file)


@pytest.mark.parametrize("make", [a_picture, a_document])
def test_what_a_second_person_agreed_to_is_as_good_as_seen(client, editor, make):
    file = make(editor)
    release = release_of(show(file, live=False), creator=editor)
    approved(release, build_user(PUBLISHER))
    client.force_login(editor)

    replace(client, file)

    assert is_as_it_was(file)


@pytest.mark.parametrize("make", [a_picture, a_document])
def test_what_a_second_person_looks_at_stays_until_it_is_taken_back(client, editor, make):
    file = make(editor)
    release = release_of(show(file, live=False), creator=editor)
    Submit().take(release, editor)
    client.force_login(editor)
    replace(client, file)
    assert is_as_it_was(file)

    Reopen().take(release, editor)
    replace(client, file)

    assert kept(file).file.name != file.file.name


def delete_on_its_screen(client, file):
    client.post(reverse(f"{screens_of(file)}:delete", args=[file.pk]))


def delete_beside_uploads(client, file):
    client.post(reverse(f"{screens_of(file)}:delete_multiple", args=[file.pk]))


def delete_all(client, file):
    names = [file._meta.app_label, file._meta.model_name, "delete"]
    client.post(f"{reverse('wagtail_bulk_action', args=names)}?id=all")


WAYS_TO_DELETE = [delete_on_its_screen, delete_beside_uploads, delete_all]
each_way_to_delete = pytest.mark.parametrize("delete", WAYS_TO_DELETE)


@each_way_to_delete
@pytest.mark.parametrize("make", [a_picture, a_document])
@pytest.mark.parametrize("role", ROLES, ids=lambda role: role.name)
def test_only_the_table_lets_somebody_delete_files(client, role, make, delete):
    file = make()
    client.force_login(build_user(role))

    delete(client, file)

    rights = role.library.get(ASKED_FOR_AS[screens_of(file)], ())
    assert bool(kept(file)) != ("delete" in rights)


@each_way_to_delete
@pytest.mark.parametrize("make", [a_picture, a_document])
def test_ones_own_upload_goes_until_readers_see_it(client, editor, make, delete):
    unseen, seen = make(editor), make(editor)
    show(seen)
    client.force_login(editor)

    for file in (unseen, seen):
        delete(client, file)

    assert kept(unseen) is None
    assert is_as_it_was(seen)


@pytest.mark.parametrize("is_seen", [True, False])
def test_the_button_is_there_for_whoever_may(client, editor, is_seen):
    picture = a_picture(editor)
    if is_seen:
        show(picture)
    client.force_login(editor)

    screen = client.get(reverse("wagtailimages:edit", args=[picture.pk])).text

    assert (reverse("wagtailimages:delete", args=[picture.pk]) in screen) != is_seen
