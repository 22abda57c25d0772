"""What is taken down is gone everywhere, says so itself, and nobody else may do it."""

from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import PageViewRestriction

from coalition.campaigns.models import CampaignDownload
from coalition.demo.builders import (
    build_admin,
    build_campaign,
    build_document,
    build_news_index,
    build_partner,
    build_picture,
    build_social_post,
    build_story,
    build_user,
    publish_page,
)
from coalition.media.models import DocumentFile, Picture
from coalition.media.shapes import SHAPES
from coalition.pages.models import SocialCard
from coalition.staff.roles import EDITOR, PARTNER_MANAGER, PUBLISHER
from coalition.takedowns import taking_down, views
from coalition.takedowns.models import GoneAddress, Takedown
from coalition.takedowns.taking_down import take_down
from news.models import StoryPage
from tests.integration.test_blocks import build_video
from tests.reading import main_text, parsed, texts
from tests.telling_files import mp4

pytestmark = pytest.mark.django_db

WHY = "Somebody is in danger."
FIGURE = {"alt_text": "Layla at the gate", "caption": "Layla", "is_decorative": False}


@pytest.fixture
def taken_down(django_capture_on_commit_callbacks):
    """Take it down, as one does outside of a test's own transaction."""

    def taken_down(thing):
        with django_capture_on_commit_callbacks(execute=True):
            return take_down(thing, WHY)

    return taken_down


def figure(picture, **words):
    return ("figure", {"image": picture} | FIGURE | words)


def address_to_take_down(thing):
    meta = thing._meta
    return reverse("takedowns:take_down", args=[meta.app_label, meta.model_name, thing.pk])


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has one writer at a time.")
def test_whoever_is_cutting_it_comes_to_an_end_first():
    picture = build_picture(cut_to=())

    with CaptureQueriesContext(connection) as asked:
        take_down(picture, WHY)

    assert asked[1]["sql"].endswith("FOR UPDATE")


def test_a_picture_goes_with_its_file_and_all_its_cuts(taken_down, visitor):
    picture = build_picture()
    original = Path(picture.file.path)
    cuts = list(
        picture.get_renditions(*SHAPES["card"].specs, SHAPES["share"].fallback_spec).values()
    )

    taken_down(picture)

    assert not Picture.objects.exists()
    assert not any(path.exists() for path in [original, *(Path(cut.file.path) for cut in cuts)])
    assert {visitor.get(cut.url).status_code for cut in cuts} == {410}


def test_the_report_lists_every_address_that_it_ever_had(
    taken_down, django_capture_on_commit_callbacks
):
    picture = build_picture(cut_to=())
    first_cut = picture.get_rendition("width-10|format-webp")
    with django_capture_on_commit_callbacks(execute=True):
        picture.renditions.all().delete()
    second_cut = picture.get_rendition("width-10|format-webp")
    listed = {first_cut.url, second_cut.url, picture.file.url}

    takedown = taken_down(picture)

    answers = {row.path: (row.status, row.has_file) for row in takedown.addresses.all()}
    assert answers == dict.fromkeys(listed, (410, False))
    assert all(row.checked_at for row in takedown.addresses.all())
    assert takedown.is_proven


def test_a_file_that_was_not_deleted_is_no_proof(taken_down, monkeypatch):
    picture = build_picture()
    monkeypatch.setattr("coalition.media.storage.WholeFiles.delete", lambda *args: None)

    assert not taken_down(picture).is_proven


def test_a_page_shows_neither_the_picture_nor_its_words(taken_down, visitor):
    picture, other = build_picture(), build_picture()
    story = build_story(
        picture=picture,
        picture_alt="Layla",
        body=[
            figure(picture),
            figure(other, alt_text="A gate", caption="The gate"),
            ("text", "<p>Words</p>"),
        ],
    )

    taken_down(picture)

    page = visitor.get(story.url)
    assert "Layla" not in page.content.decode()
    assert texts(page, "main figcaption")[-1].startswith("The gate")
    assert "Words" in main_text(page)


def test_a_gallery_keeps_its_other_pictures(taken_down):
    picture, other = build_picture(), build_picture()
    figures = [{"image": one} | FIGURE for one in (picture, other)]
    story = build_story(body=[("gallery", {"title": "Both", "figures": figures})])

    taken_down(picture)

    gallery = StoryPage.objects.get(pk=story.pk).body[0].value
    assert [kept["image"] for kept in gallery["figures"]] == [other]


def test_a_film_elsewhere_only_loses_its_poster(taken_down):
    picture = build_picture()
    film = {"url": "https://www.youtube.com/watch?v=aaaaaaaaaaa", "title": "A film"}
    story = build_story(body=[("embed", film | {"poster": picture})])

    taken_down(picture)

    embed = StoryPage.objects.get(pk=story.pk).body[0].value
    assert (embed["title"], embed["poster"]) == ("A film", None)


def test_drafts_and_older_versions_forget_it_too(taken_down):
    picture = build_picture()
    story = build_story(picture=picture, body=[figure(picture)])
    story.save_revision()
    story.picture, story.body = None, []
    story.save_revision()

    taken_down(picture)

    for revision in story.revisions.all():
        draft = revision.as_object()
        assert (draft.picture, list(draft.body)) == (None, [])
        assert "Layla" not in str(revision.content)


def test_posts_and_partners_lose_it(taken_down):
    picture = build_picture()
    post = build_social_post(picture=picture, picture_alt="Layla")
    partner = build_partner(flag=picture)

    takedown = taken_down(picture)

    post.refresh_from_db()
    partner.refresh_from_db()
    assert (post.picture, partner.flag) == (None, None)
    assert len(takedown.places) == 2


def test_a_page_without_its_picture_has_a_card_of_its_own(taken_down):
    story = build_story(picture=build_picture())

    taken_down(story.picture)

    assert SocialCard.objects.filter(page=story).exists()


def test_no_feed_encloses_it(taken_down, visitor):
    story = build_story(picture=build_picture())
    feed = f"{story.get_parent().url}feed/"
    assert b'rel="enclosure"' in visitor.get(feed).content

    taken_down(story.picture)

    assert b'rel="enclosure"' not in visitor.get(feed).content


def test_a_document_goes_from_every_page(taken_down, visitor):
    document = build_document("The list")
    story = build_story(
        document=document, body=[("document", {"document": document, "title": "It"})]
    )
    campaign = build_campaign()
    campaign.downloads.create(document=document)
    publish_page(campaign)

    takedown = taken_down(document)

    assert not DocumentFile.objects.exists()
    assert not CampaignDownload.objects.exists()
    assert list(StoryPage.objects.get(pk=story.pk).body) == []
    assert visitor.get(document.url).status_code == 410
    assert takedown.is_proven


def test_a_film_goes_with_its_captions_and_what_it_replaced(
    taken_down, visitor, django_capture_on_commit_callbacks
):
    video = build_video()
    replaced = video.file.url
    with django_capture_on_commit_callbacks(execute=True):
        video.file = ContentFile(mp4(), "again.mp4")
        video.save()
    addresses = [replaced, video.file.url, *(words.file.url for words in video.captions.all())]

    takedown = taken_down(video)

    assert len(addresses) == takedown.addresses.count()
    assert {visitor.get(address).status_code for address in addresses} == {410}
    assert takedown.is_proven


def test_a_film_outlives_its_poster(taken_down, visitor):
    video = build_video()
    story = build_story(kind="video", video=video)

    taken_down(video.poster)

    assert parsed(visitor.get(story.url)).select_one("video source")["src"] == video.file.url


@pytest.mark.parametrize(
    ("role", "status"), [(EDITOR, 302), (PARTNER_MANAGER, 302), (PUBLISHER, 200)]
)
def test_only_publishers_and_administrators_may(client, role, status):
    picture = build_picture()
    client.force_login(build_user(role))

    assert client.get(address_to_take_down(picture)).status_code == status
    posted = client.post(address_to_take_down(picture), {"reason": WHY})
    assert Takedown.objects.exists() == (status == 200)
    assert posted.status_code == 302


def test_nothing_but_files_is_taken_down(client):
    client.force_login(build_admin())

    assert client.get(address_to_take_down(build_partner())).status_code == 404


def test_a_publisher_sees_where_it_stands_and_then_that_it_is_gone(
    client, django_capture_on_commit_callbacks
):
    picture = build_picture()
    cut = picture.get_rendition("width-10|format-webp")
    build_story(title="At the gate", picture=picture)
    client.force_login(build_user(PUBLISHER))
    assert "At the gate" in client.get(address_to_take_down(picture)).content.decode()

    with django_capture_on_commit_callbacks(execute=True):
        posted = client.post(address_to_take_down(picture), {"reason": WHY})

    report = client.get(posted.url).content.decode()
    assert cut.url in report
    assert "410" in report
    assert WHY in report


def test_who_presses_twice_is_led_to_the_report_of_the_first(client, taken_down, monkeypatch):
    picture = build_picture()

    def late(*asked):
        taken_down(Picture.objects.get(pk=picture.pk))
        return take_down(*asked)

    monkeypatch.setattr(views, "take_down", late)
    client.force_login(build_user(PUBLISHER))

    posted = client.post(address_to_take_down(picture), {"reason": WHY})

    assert posted.url == reverse("takedowns:inspect", args=[Takedown.objects.get().pk])


def test_who_comes_after_it_was_deleted_is_told_so(client, monkeypatch):
    picture = build_picture()

    def late(*asked):
        Picture.objects.get(pk=picture.pk).delete()
        return take_down(*asked)

    monkeypatch.setattr(views, "take_down", late)
    client.force_login(build_user(PUBLISHER))

    posted = client.post(address_to_take_down(picture), {"reason": WHY}, follow=True)

    assert "It is gone already" in posted.content.decode()
    assert not Takedown.objects.exists()


def test_the_doubles_are_one_step_away(client):
    picture, double = build_picture(), build_picture(title="The same gate")
    other = build_picture(title="A fence", size=(50, 50))
    client.force_login(build_user(PUBLISHER))

    page = client.get(address_to_take_down(picture)).content.decode()

    assert "The same gate" in page
    assert f'href="{address_to_take_down(double)}"' in page
    assert address_to_take_down(other) not in page


def test_a_video_has_no_doubles(client):
    client.force_login(build_user(PUBLISHER))

    assert client.get(address_to_take_down(build_video())).status_code == 200


def test_addresses_are_asked_again(client, taken_down):
    takedown = taken_down(build_picture())
    GoneAddress.objects.update(status=None)
    client.force_login(build_admin())

    client.post(reverse("takedowns:check", args=[takedown.pk]))

    assert takedown.is_proven


@pytest.mark.parametrize(("language", "direction"), [("en", "ltr"), ("ar", "rtl")])
def test_what_is_gone_is_told_in_the_readers_language(taken_down, language, direction):
    picture = build_picture()
    cut = picture.get_rendition("width-10|format-webp")

    taken_down(picture)

    answer = Client(headers={"Accept-Language": language}).get(cut.url)
    html = parsed(answer).html
    assert (answer.status_code, html["lang"], html["dir"]) == (410, language, direction)
    assert answer["Cache-Control"] == "private, no-store"


def test_a_page_that_was_published_and_deleted_is_gone_for_good(visitor):
    index = build_news_index()
    story = build_story(index, slug="الموصل")
    never_seen = build_story(index, live=False)
    index.delete()

    assert visitor.get(story.url).status_code == 410
    assert visitor.get(index.url).status_code == 410
    assert visitor.get(never_seen.url).status_code == 404


def test_nobody_learns_that_a_closed_page_was_there(visitor):
    index = build_news_index()
    story = build_story(index)
    PageViewRestriction.objects.create(page=index, restriction_type=PageViewRestriction.LOGIN)
    index.delete()

    assert visitor.get(story.url).status_code == 404
    assert visitor.get(index.url).status_code == 404


def test_a_redirect_knows_better(visitor):
    story = build_story()
    story.delete()
    Redirect.add_redirect(story.url, redirect_to="/en/")

    assert visitor.get(story.url).status_code == 301


def test_a_new_page_in_its_place_is_shown(visitor):
    index = build_news_index()
    build_story(index, slug="again").delete()

    assert visitor.get(build_story(index, slug="again").url).status_code == 200


def test_it_is_gone_although_stored_pages_cannot_be_forgotten(taken_down, monkeypatch):
    def fail():
        raise OSError("Nobody answers")

    monkeypatch.setattr(taking_down, "forget_pages_for_good", fail)

    taken_down(build_picture())

    assert not Picture.objects.exists()
    assert Takedown.objects.exists()
