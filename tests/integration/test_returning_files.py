"""What was taken down is not let in again: by hand, by an import, or as it was stored."""

from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail.models import Collection

from coalition.audit.models import Entry
from coalition.demo.builders import build_admin, build_document, build_picture, build_user
from coalition.demo.builders.media import plain_jpeg
from coalition.media.cleaning import pictures
from coalition.media.models import Picture
from coalition.social.exchange import shrinking
from coalition.social.models import SocialPost
from coalition.staff.roles import PUBLISHER
from coalition.takedowns.models import Takedown
from coalition.takedowns.taking_down import take_down
from tests import telling_files as telling
from tests.archives import photo, tweet, x_archive
from tests.integration.test_blocks import build_video
from tests.integration.test_import_posts import import_posts

pytestmark = pytest.mark.django_db

WHY = "Somebody is in danger."
JPEG = telling.telling_jpeg()
PDF = telling.pdf()
LARGE = plain_jpeg((3000, 1500))


def send(client, content, name="a.jpg"):
    root = Collection.get_first_root_node().pk
    values = {"title": "Sent", "collection": root, "files[]": SimpleUploadedFile(name, content)}
    return client.post(reverse("wagtailimages:add_multiple"), values).json()


@pytest.fixture
def editor(client):
    client.force_login(build_admin())
    return client


@pytest.fixture
def written_otherwise(monkeypatch):
    """A later library, which makes other bytes of the same pixels."""

    def begin():
        for image_format in pictures.QUALITY:
            monkeypatch.setitem(pictures.QUALITY[image_format], "quality", 80)

    return begin


def archive_of(folder, content, native_id="1"):
    post = tweet(native_id, extended_entities={"media": [photo()]})
    return x_archive(folder, [post], media={f"{native_id}-Abc.jpg": content})


def test_a_file_sent_by_hand_is_refused_and_it_is_said_who_may_let_it_in(editor):
    take_down(build_picture(jpeg=JPEG), WHY)

    answer = send(editor, JPEG)

    assert "was taken down" in answer["error_message"]
    assert "administrator" in answer["error_message"]
    assert not Picture.objects.exists()
    assert Entry.objects.get(act="upload-refused").details == {"why": "taken-down"}


def test_another_file_is_let_in(editor):
    take_down(build_picture(jpeg=JPEG), WHY)

    assert send(editor, plain_jpeg((50, 50)))["success"]


def test_it_is_known_whatever_a_later_library_makes_of_it(editor, written_otherwise):
    take_down(build_picture(jpeg=JPEG), WHY)
    written_otherwise()

    assert "was taken down" in send(editor, JPEG)["error_message"]


def test_what_we_had_stored_of_it_is_refused_too(editor):
    picture = build_picture(jpeg=JPEG)
    stored = Path(picture.file.path).read_bytes()
    take_down(picture, WHY)

    assert "was taken down" in send(editor, stored)["error_message"]


def test_what_came_before_we_noted_how_is_known_by_what_is_made_of_it(editor):
    picture = build_picture(jpeg=JPEG)
    Picture.objects.update(sent_hash="")
    take_down(picture, WHY)

    assert "was taken down" in send(editor, JPEG)["error_message"]


@pytest.mark.parametrize(
    ("build", "content"),
    [(lambda: build_document(content=PDF), PDF), (build_video, telling.mp4())],
    ids=["document", "film"],
)
def test_documents_and_films_stay_away_too(build, content):
    thing = build()
    take_down(thing, WHY)

    with pytest.raises(ValidationError, match="was taken down"):
        thing.file.save(Path(thing.file.name).name, ContentFile(content), save=False)


@pytest.mark.parametrize("content", [JPEG, LARGE], ids=["small", "large"])
def test_the_next_import_keeps_the_post_without_it(tmp_path, content, written_otherwise):
    import_posts(archive_of(tmp_path, content))
    take_down(Picture.objects.get(), WHY)
    SocialPost.objects.all().delete()
    written_otherwise()

    said = import_posts(archive_of(tmp_path, content))

    assert "picture refused: data/tweets_media/1-Abc.jpg: This file was taken down" in said
    assert "pictures refused 1" in said
    assert SocialPost.objects.get().picture is None
    assert not Picture.objects.exists()


def test_an_import_does_not_bring_what_was_sent_by_hand_and_taken_down(tmp_path):
    take_down(build_picture(jpeg=LARGE), WHY)

    assert "pictures refused 1" in import_posts(archive_of(tmp_path, LARGE), "--dry-run")
    assert "pictures refused 1" in import_posts(archive_of(tmp_path, LARGE))


def test_a_large_picture_of_an_archive_is_made_smaller():
    assert shrinking.shrunk(LARGE) != LARGE


# --- Letting it in again -------------------------------------------------------------------------


def address_of(name, takedown):
    return reverse(f"takedowns:{name}", args=[takedown.pk])


def test_an_administrator_lets_it_in_again(editor):
    takedown = take_down(build_picture(jpeg=JPEG), WHY)
    report = editor.get(address_of("inspect", takedown)).content.decode()
    assert address_of("let_in", takedown) in report

    editor.post(address_of("let_in", takedown))

    assert send(editor, JPEG)["success"]
    assert Entry.objects.get(act="let-in-again").title == str(takedown)
    report = editor.get(address_of("inspect", takedown)).content.decode()
    assert address_of("let_in", takedown) not in report


def test_a_publisher_does_not(client):
    takedown = take_down(build_picture(jpeg=JPEG), WHY)
    client.force_login(build_user(PUBLISHER))

    report = client.get(address_of("inspect", takedown)).content.decode()
    client.post(address_of("let_in", takedown))

    assert address_of("let_in", takedown) not in report
    assert not Takedown.objects.get().may_return


def test_no_takedown_is_made_of_nothing(editor):
    Takedown.objects.create(title="Long ago", kind="media.picture", reason=WHY)
    build_picture(jpeg=JPEG)

    assert send(editor, plain_jpeg((50, 50)))["success"]
