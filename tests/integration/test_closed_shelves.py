"""Pictures of a collection that readers may not see: their files are nobody's but ours."""

from pathlib import Path

import pytest
from django.core.management import call_command
from django.urls import reverse
from wagtail.models import Collection, CollectionViewRestriction

from coalition.delivery.purged import pages_purged
from coalition.demo.builders import (
    build_admin,
    build_closed_shelf,
    build_document,
    build_picture,
    build_story,
    build_user,
)
from coalition.media.models import Picture
from coalition.media.shelves import CLOSED_PICTURES
from coalition.staff.roles import EDITOR
from coalition.takedowns.taking_down import take_down
from tests.stored import stored

pytestmark = pytest.mark.django_db

SPEC = "width-10|format-webp"
LOGIN = {"restriction_type": CollectionViewRestriction.LOGIN}


@pytest.fixture
def shelf():
    return Collection.get_first_root_node().add_child(name="Open")


@pytest.fixture
def picture(shelf):
    return build_picture(collection=shelf, cut_to=())


@pytest.fixture
def committed(django_capture_on_commit_callbacks):
    """Do it, as one does outside of a test's own transaction."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


@pytest.fixture
def boss(client):
    client.force_login(build_admin())
    return client


def address_of(picture):
    """Where the picture is now, cut for somebody who asks for it."""
    return Picture.objects.get(pk=picture.pk).get_rendition(SPEC).url


def status_at(address, client):
    answer = client.get(address)
    # Read to its end, a file closes itself.
    answer.getvalue()
    return answer.status_code


def close(picture, boss):
    address = reverse("wagtailadmin_collections:set_privacy", args=[picture.collection_id])
    boss.post(address, LOGIN)


def move_below(file, boss):
    address = reverse("wagtailadmin_collections:edit", args=[file.collection_id])
    boss.post(address, {"name": "Moved", "parent": build_closed_shelf().pk})


def carry(file, boss, onto=None):
    kind = file._meta.model_name
    address = reverse("wagtail_bulk_action", args=["media", kind, "add_to_collection"])
    values = {"collection": (onto or build_closed_shelf()).pk, "next": "/admin/"}
    return boss.post(f"{address}?id={file.pk}", values, follow=True)


def edit(file, boss, onto=None):
    forms = "wagtailimages" if isinstance(file, Picture) else "wagtaildocs"
    address = reverse(f"{forms}:edit", args=[file.pk])
    values = {"title": "A file", "collection": (onto or build_closed_shelf()).pk}
    return boss.post(address, values, follow=True)


def test_visitors_are_refused_and_staff_are_not(visitor, client):
    address = address_of(build_picture(collection=build_closed_shelf()))
    client.force_login(build_user(EDITOR))

    refused, shown = visitor.get(address), client.get(address)

    assert refused.status_code == 404
    assert (shown.status_code, shown["Content-Type"]) == (200, "image/webp")
    assert shown["Cache-Control"] == "private, no-store"
    assert b"".join(shown).startswith(b"RIFF")


def test_a_shelf_may_be_closed_to_other_staff_too(client):
    shelf = build_closed_shelf()
    shelf.view_restrictions.update(restriction_type=CollectionViewRestriction.GROUPS)
    client.force_login(build_user(EDITOR))

    assert status_at(address_of(build_picture(collection=shelf)), client) == 404


@pytest.mark.parametrize("act", [close, move_below, carry, edit])
def test_what_was_public_is_so_no_longer(visitor, boss, committed, picture, act):
    before = address_of(picture)
    assert status_at(before, visitor) == 200

    with committed():
        act(picture, boss)

    assert status_at(before, visitor) == 410
    assert status_at(address_of(picture), visitor) == 404


def test_no_file_stays_where_a_web_server_finds_it(boss, committed, media_folder, picture):
    before = Path(media_folder, address_of(picture).removeprefix("/media/"))
    assert before.exists()

    with committed():
        close(picture, boss)

    assert not before.exists()


def test_the_clock_cuts_them_anew(boss, committed, picture):
    address_of(picture)
    with committed():
        close(picture, boss)

    with committed():
        call_command("cut_pictures")

    names = picture.renditions.values_list("file", flat=True)
    assert {name.partition("/")[0] for name in names} == {CLOSED_PICTURES}


def test_caches_in_front_forget_it(boss, committed, picture, monkeypatch):
    told = []
    monkeypatch.setattr(
        "coalition.media.closing.pages_purged.send_robust",
        lambda sender, tags, is_for_good: told.append((tags, is_for_good)),
    )
    before = address_of(picture)

    with committed():
        close(picture, boss)

    of_files = [each for each in told if each[0][0].startswith("address:")]
    assert of_files == [([f"address:{before}"], True)]


@pytest.mark.usefixtures("store")
@pytest.mark.parametrize("act", [carry, edit])
def test_caches_in_front_forget_for_good_what_shows_a_document(committed, boss, shelf, act):
    told = []
    with committed():
        document = build_document(filename="report.txt", content=b"Words", collection=shelf)
        closed = build_closed_shelf()

    def listen(is_for_good, **sent):
        told.append(is_for_good)

    pages_purged.connect(listen)

    with committed():
        act(document, boss, closed)

    assert told == [True]


@pytest.mark.usefixtures("values_are_kept")
def test_no_page_stays_that_was_made_before(get, store, boss, committed, shelf):
    with committed():
        document = build_document(collection=shelf)
        story = build_story(body=[("document", {"document": document})])
    get(story.url)
    kept = stored(store)

    with committed():
        move_below(document, boss)

    assert (kept, stored(store)) == ([story.url], [])


def test_a_takedown_reaches_it(committed):
    picture = build_picture(collection=build_closed_shelf())
    address_of(picture)

    with committed():
        takedown = take_down(picture, "Somebody is in danger.")

    assert takedown.addresses.filter(path__contains="closed").exists()
    assert takedown.is_proven


def test_what_is_opened_is_public(visitor, committed):
    shelf = build_closed_shelf()
    picture = build_picture(collection=shelf)
    before = address_of(picture)

    with committed():
        shelf.view_restrictions.get().delete()

    assert status_at(before, visitor) == 410
    assert status_at(address_of(picture), visitor) == 200


def test_other_pictures_stay_where_they_are(boss, committed, picture):
    other = build_picture("Another")
    before = address_of(other)

    with committed():
        close(picture, boss)

    assert address_of(other) == before


def test_a_page_looks_as_if_it_had_no_picture(visitor):
    picture = build_picture(credit="Somebody", collection=build_closed_shelf())
    story = build_story(picture=picture, picture_alt="A gate")

    page = visitor.get(story.url).content.decode()

    assert story.title in page
    assert "A gate" not in page
    assert "Somebody" not in page
