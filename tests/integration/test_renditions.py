"""Nobody waits until a picture is cut: that is done when somebody saves, and never at a view."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from coalition.demo.builders import (
    build_about_page,
    build_admin,
    build_campaign,
    build_line_of_effort,
    build_partner,
    build_partner_page,
    build_picture,
    build_social_post,
    build_standard_page,
    build_story,
    home_page,
)
from coalition.demo.builders.media import plain_jpeg, set_focal_point
from coalition.media import cutting
from coalition.media.models import Picture, Rendition, WantedCut
from coalition.media.shapes import SHAPES
from coalition.media.wanted import lacking

pytestmark = pytest.mark.django_db

CUT = "/media/images/"


def addresses_showing(picture):
    """Of every type of page; of a story with all blocks elsewhere."""
    shown = {"picture": picture, "picture_alt": "A bridge"}
    partner = build_partner(flag=picture)
    about = build_about_page(**shown)
    line, campaign = build_line_of_effort(about, **shown), build_campaign(hashtag="Learn", **shown)
    build_social_post("#Learn", picture=picture)
    story = build_story(partners=[partner], lines_of_effort=[line], campaign=campaign, **shown)
    page_of_partner = build_partner_page(partner=partner, **shown)
    news = story.get_parent()
    pages = [home_page(), news, story, about, line, campaign, build_standard_page(**shown)]
    pages += [page_of_partner, page_of_partner.get_parent()]
    return [*(page.url for page in pages), f"{news.url}feed/"]


@pytest.fixture
def uncut():
    return build_picture(cut_to=())


@pytest.fixture
def committed(django_capture_on_commit_callbacks):
    """Do it, as one does outside of a test's own transaction."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


def fresh(row):
    return type(row).objects.get(pk=row.pk)


def is_whole(picture):
    return lacking(fresh(picture), *SHAPES) == []


def test_a_picture_that_is_cut_lacks_nothing_anywhere(visitor):
    addresses = addresses_showing(build_picture())
    before = Rendition.objects.count()

    said = {address: CUT in visitor.get(address).content.decode() for address in addresses}

    assert said == dict.fromkeys(addresses, True)
    assert Rendition.objects.count() == before
    assert not WantedCut.objects.exists()


@pytest.mark.parametrize("has_rows", [False, True])
def test_no_view_makes_a_cut_that_is_missing_nor_shows_it(visitor, uncut, has_rows):
    if has_rows:
        cutting.cut(uncut, *SHAPES)
        for rendition in uncut.renditions.all():
            rendition.file.storage.delete(rendition.file.name)
    addresses = addresses_showing(uncut)
    before = Rendition.objects.count()

    said = {address: visitor.get(address) for address in addresses}

    assert {answer.status_code for answer in said.values()} == {200}
    assert [address for address in addresses if CUT in said[address].content.decode()] == []
    assert Rendition.objects.count() == before
    assert WantedCut.objects.get().picture == uncut


def test_what_a_page_has_lacked_is_cut_by_the_clock_and_then_shown(get, committed, uncut):
    story = build_story(picture=uncut, picture_alt="A bridge")
    before = get(story.url)[1]

    with committed():
        call_command("cut_pictures")

    assert (CUT in before, CUT in get(story.url)[1]) == (False, True)
    assert not WantedCut.objects.exists()


def save(picture):
    fresh(picture).save()


def save_a_draft(picture):
    story = build_story(live=False)
    story.picture = picture
    story.save_revision()


def publish(picture):
    build_story(picture=picture, picture_alt="A bridge")


def replace_the_file(picture):
    cutting.cut(picture, *SHAPES)
    client = Client()
    client.force_login(build_admin())
    upload = SimpleUploadedFile("another.jpg", plain_jpeg((50, 50)), "image/jpeg")
    values = {"title": "Another", "collection": picture.collection_id, "file": upload}
    client.post(reverse("wagtailimages:edit", args=[picture.pk]), values)


def move_the_focal_point(picture):
    cutting.cut(picture, *SHAPES)
    moved = fresh(picture)
    set_focal_point(moved, 20, 20, 10, 10)
    moved.save()


EDITS = [save, save_a_draft, publish, move_the_focal_point, replace_the_file]


@pytest.mark.parametrize("act", EDITS)
def test_it_is_cut_once_what_an_editor_does_has_come_true(
    uncut, act, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks() as callbacks:
        act(uncut)
    was_whole = is_whole(uncut)

    for callback in callbacks:
        callback()

    assert (was_whole, is_whole(uncut)) == (False, True)


def test_what_is_published_by_the_clock_is_cut_by_it(uncut, committed, monkeypatch):
    now, in_an_hour = timezone.now(), timezone.now() + timedelta(hours=1)
    story = build_story(picture=uncut, picture_alt="A bridge", go_live_at=in_an_hour)
    monkeypatch.setattr(timezone, "now", lambda: now + timedelta(hours=2))

    with committed():
        call_command("publish_scheduled")

    assert (fresh(story).live, is_whole(uncut)) == (True, True)


def test_readers_hear_of_a_change_before_its_pictures_are_cut(uncut, committed, monkeypatch):
    done = []
    monkeypatch.setattr(cutting, "tell", lambda: done.append("told"))
    monkeypatch.setattr(cutting, "cut_if_possible", lambda *_: done.append("cut"))

    with committed():
        fresh(uncut).save()

    assert done == ["told", "cut"]


def test_only_the_first_who_misses_a_cut_writes_that_down(visitor, uncut):
    story = build_story(picture=uncut, picture_alt="A bridge")
    visitor.get(story.url)

    with CaptureQueriesContext(connection) as asked:
        visitor.get(story.url)

    assert [query["sql"] for query in asked if query["sql"].startswith("INSERT")] == []


def test_whoever_looks_for_what_is_lacking_asks_once_for_all_pictures():
    for _ in range(3):
        build_picture()

    with CaptureQueriesContext(connection) as asked:
        cutting.complete(Picture.objects.all(), SHAPES)

    # The pictures · their cuts.
    assert len(asked) == 2


def test_nobody_waits_for_more_than_a_few(uncut, committed, monkeypatch):
    monkeypatch.setattr(cutting, "MOST_AT_ONCE", 1)
    other = build_picture(cut_to=())
    words = {"alt_text": "A gate", "caption": ""}

    figures = [("figure", {"image": picture, **words}) for picture in (uncut, other)]

    with committed():
        build_story(live=False, body=figures)

    waiting = WantedCut.objects.get().picture
    assert [picture for picture in (uncut, other) if not is_whole(picture)] == [waiting]


def test_the_cuts_around_another_focal_point_do_until_there_are_better_ones(visitor):
    picture = build_picture()
    story = build_story(picture=picture, picture_alt="A bridge")

    set_focal_point(picture, 20, 20, 10, 10)
    picture.save()

    assert CUT in visitor.get(story.url).content.decode()
    assert WantedCut.objects.get().picture == picture


def test_another_file_that_came_meanwhile_keeps_its_own_cuts(uncut):
    late = fresh(uncut)
    replaced = fresh(uncut)
    replaced.file = SimpleUploadedFile("another.jpg", plain_jpeg((50, 50)))
    replaced.save()

    cutting.cut(late, *SHAPES)

    assert not Rendition.objects.exists()
