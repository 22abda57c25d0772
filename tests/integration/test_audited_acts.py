"""Each act that the log promises, done as people do it: by the address, the form, the command."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.urls import reverse
from wagtail.models import Collection, Page

from coalition.audit.models import Entry
from coalition.demo.builders import build_admin, build_picture, build_story, build_user
from coalition.staff.groups import sync_roles
from coalition.staff.roles import EDITOR, PARTNER_MANAGER
from tests import telling_files as telling
from tests.door import ENROLMENT, enrol, give_app, type_code, type_password

pytestmark = pytest.mark.django_db


@pytest.fixture
def boss(client):
    client.force_login(build_admin(username="boss"))
    return client


@pytest.fixture
def editor():
    return build_user(EDITOR, username="editor", email="editor@example.org")


def entry(act):
    """The last one of this act, and by whom."""
    return Entry.objects.filter(act=act).order_by("-pk").first()


def of_editor(found):
    return (found.kind, found.title) == ("staff.user", "editor")


def test_a_wrong_password_at_the_door(visitor, editor):
    type_password(visitor, "editor", "not the password of anybody")

    assert of_editor(entry("sign-in-failed"))


def test_a_wrong_code_at_the_door(visitor, editor):
    give_app(editor)
    type_password(visitor, "editor")

    type_code(visitor, "000000")

    assert of_editor(entry("second-factor-failed"))


def test_a_second_factor_made_renewed_and_taken_away(
    visitor, editor, django_capture_on_commit_callbacks
):
    type_password(visitor, "editor")
    with django_capture_on_commit_callbacks(execute=True):
        enrol(visitor)
        visitor.post(f"{ENROLMENT}codes/new/")
        other = editor.authenticator_set.create(type="webauthn", data={"name": "key"})
        visitor.post(f"{ENROLMENT}passkey/{other.pk}/remove/")

    acts = ("added", "renewed", "removed")
    noted = [entry(f"second-factor-{act}") for act in acts]
    assert [each.username for each in noted] == ["editor"] * 3
    means = [each.details["means"] for each in noted]
    assert means == ["recovery_codes", "recovery_codes", "webauthn"]


def test_a_role_given_in_the_form_of_an_account(boss, editor):
    sync_roles()
    roles = Group.objects.filter(name__in=[EDITOR.name, PARTNER_MANAGER.name])
    names = {"username": "editor", "first_name": "Amina", "last_name": "Haddad"}

    boss.post(
        reverse("wagtailusers_users:edit", args=[editor.pk]),
        {**names, "email": editor.email, "is_active": "on", "groups": [each.pk for each in roles]},
    )

    noted = entry("roles-changed")
    assert (noted.username, noted.title) == ("boss", "editor")
    assert noted.details == {"added": PARTNER_MANAGER.name}


def in_bulk(client, model, action, thing, **form):
    meta = model._meta
    address = reverse("wagtail_bulk_action", args=[meta.app_label, meta.model_name, action])
    assert client.post(f"{address}?id={thing.pk}", form).status_code == 302


def test_a_role_given_to_many_at_once(boss, editor):
    role = Group.objects.get(name=PARTNER_MANAGER.name)

    in_bulk(boss, type(editor), "assign_role", editor, role=role.pk)

    assert entry("roles-changed").details == {"added": "editor"}


def test_accounts_shut_together(boss, editor):
    in_bulk(boss, type(editor), "set_active_state", editor, mark_as_active="False")

    assert entry("changed-together").details == {"action": "set_active_state"}
    assert of_editor(entry("changed-together"))


def test_pictures_deleted_together(boss):
    picture = build_picture("The gate")

    in_bulk(boss, type(picture), "delete", picture)

    noted = entry("changed-together")
    assert (noted.username, noted.title, noted.object_id) == ("boss", "The gate", str(picture.pk))
    assert noted.details == {"action": "delete"}


def test_a_page_closed_and_opened(boss):
    story = build_story(title="Schools open")
    address = reverse("wagtailadmin_pages:set_privacy", args=[story.pk])

    for kind, act in (("login", "create"), ("none", "delete")):
        boss.post(address, {"restriction_type": kind})

        assert entry(f"wagtail.view_restriction.{act}").title == "Schools open"


def test_a_collection_closed_and_opened(boss):
    shelf = Collection.get_first_root_node().add_child(name="Closed")
    address = reverse("wagtailadmin_collections:set_privacy", args=[shelf.pk])

    boss.post(address, {"restriction_type": "login"})
    boss.post(address, {"restriction_type": "none"})

    closed, opened = entry("shelf-closed"), entry("shelf-opened")
    assert (closed.username, closed.title, closed.details) == ("boss", "Closed", {"to": "login"})
    assert (opened.username, opened.title) == ("boss", "Closed")


def formset(prefix, **fields):
    counts = {"TOTAL_FORMS": int(bool(fields)), "INITIAL_FORMS": 0}
    return {f"{prefix}-{name}": value for name, value in counts.items()} | {
        f"{prefix}-0-{name}": value for name, value in fields.items()
    }


def test_places_that_a_role_was_given_and_lost(boss):
    group = Group.objects.create(name="Guests")
    choose = Permission.objects.get(codename="choose_image")
    root, shelf = Page.objects.get(depth=1), Collection.get_first_root_node()
    others = formset("document_permissions") | formset("collection_permissions")
    given = formset("page_permissions", page=root.pk, permissions=["publish_page"])
    given |= formset("image_permissions", collection=shelf.pk, permissions=[choose.pk])
    lost = formset("page_permissions") | formset("image_permissions")
    address = reverse("wagtailusers_groups:edit", args=[group.pk])

    boss.post(address, {"name": "Guests"} | others | given)
    added = entry("rights-changed")
    boss.post(address, {"name": "Guests"} | others | lost)

    places = f"choose_image: {shelf}, publish_page: {root}"
    assert (added.username, added.title, added.details) == ("boss", "Guests", {"added": places})
    assert entry("rights-changed").details == {"removed": places}


UPLOADS = {
    "wagtailimages:add_multiple": ("files[]", "a.jpg", "invalid_image"),
    "wagtailimages:add": ("file", "a.gif", "invalid_image"),
    "wagtailimages_chooser:create": ("image-chooser-upload-file", "a.png", "invalid_image"),
    "wagtaildocs:add_multiple": ("files[]", "a.pdf", "unreadable"),
    "wagtaildocs:add": ("file", "a.exe", "invalid"),
    "wagtaildocs_chooser:create": ("document-chooser-upload-file", "a.docx", "unreadable"),
    "wagtailsnippets_media_video:add": ("file", "a.mp4", "unreadable"),
    "wagtailadmin_account": ("avatar-avatar", "me.png", "ratio"),
}


@pytest.mark.parametrize("door", UPLOADS)
def test_an_upload_refused(boss, door):
    field, name, why = UPLOADS[door]
    names = dict.fromkeys(("first_name", "last_name", "email"), "a@example.org")
    others = formset("captions") | {f"name_email-{key}": value for key, value in names.items()}

    boss.post(reverse(door), {"title": "a", field: upload(name)} | others)

    noted = entry("upload-refused")
    assert (noted.username, noted.title, noted.details) == ("boss", name, {"why": why})
    assert Entry.objects.filter(act="upload-refused").count() == 1


def upload(name):
    thin = telling.png_of(1, 100)
    return SimpleUploadedFile(name, thin if name == "me.png" else telling.HTML)


def test_what_is_wrong_with_a_form_and_not_with_its_file_is_no_refusal(boss):
    values = {"title": "x" * 300, "files[]": SimpleUploadedFile("a.jpg", telling.telling_jpeg())}

    boss.post(reverse("wagtailimages:add_multiple"), values)

    assert entry("upload-refused") is None


def test_a_picture_taken_down(boss):
    picture = build_picture("Layla at the gate")

    boss.post(
        reverse("takedowns:take_down", args=["media", "picture", picture.pk]),
        {"reason": "Somebody is in danger."},
    )

    noted = entry("taken-down")
    assert (noted.username, noted.kind, noted.object_id) == (
        "boss",
        "media.picture",
        str(picture.pk),
    )


def test_all_pages_made_anew():
    call_command("purge_pages")

    assert entry("pages-purged")
