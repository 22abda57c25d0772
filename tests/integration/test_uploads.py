"""Whatever way a file comes in, what is stored tells nothing; what harms is refused in words."""

import errno
import json
import re
import subprocess
from http import HTTPStatus
from io import BytesIO
from pathlib import Path

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.db.models import FileField
from django.test import Client
from django.urls import reverse
from PIL import Image
from wagtail.images.forms import get_image_form
from wagtail.models import Collection

from coalition.delivery.outage import failed
from coalition.demo.builders import (
    build_admin,
    build_closed_shelf,
    build_document,
    build_picture,
)
from coalition.media.models import DocumentFile, Picture, Video
from coalition.media.shapes import SHAPES
from coalition.media.uploads import CleanFieldFile, CleanFile
from tests import telling_files as telling
from tests.reading import parsed

pytestmark = pytest.mark.django_db

SECRET = telling.SECRET.encode()
# What we draw ourselves, from what is clean.
DRAWN_BY_US = {"media.Rendition.file", "pages.SocialCard.file"}
# Wagtail's own, in whose place ours stand.
UNUSED = {"wagtaildocs", "wagtailimages"}


@pytest.fixture
def editor():
    client = Client()
    client.force_login(build_admin())
    return client


def upload(content, name="photo.jpg"):
    return SimpleUploadedFile(name, content)


def send(client, address, content, name):
    root = Collection.get_first_root_node().pk
    values = {"title": "Sent", "collection": root, "files[]": upload(content, name)}
    return client.post(reverse(address), values).json()


def stored(row):
    return Path(row.file.path).read_bytes()


def test_every_field_for_files_cleans_them():
    models = [model for model in apps.get_models() if model._meta.app_label not in UNUSED]
    fields = [field for model in models for field in model._meta.local_fields]
    loose = {
        f"{field.model._meta.label}.{field.name}"
        for field in fields
        if isinstance(field, FileField) and not issubclass(field.attr_class, CleanFieldFile)
    }

    assert loose == DRAWN_BY_US


def test_a_picture_made_by_a_program_is_cleaned_and_measured():
    picture = Picture(title="Imported")
    picture.file = ContentFile(telling.telling_jpeg(telling.TURNED), name="IMG 1.jpg")
    picture.save()

    kept = Picture.objects.get()
    assert SECRET not in stored(kept)
    assert (kept.width, kept.height) == telling.PIXELS[::-1]
    assert (kept.file_size, kept.file_hash) == (kept.file.size, picture.file_hash)


def test_a_picture_sent_with_many_others_is_cleaned(editor):
    assert send(editor, "wagtailimages:add_multiple", telling.telling_png(), "a.png")["success"]

    assert SECRET not in stored(Picture.objects.get())


def test_a_picture_sent_while_choosing_one_is_cleaned(editor):
    root = Collection.get_first_root_node().pk
    values = {
        "image-chooser-upload-title": "Sent",
        "image-chooser-upload-collection": root,
        "image-chooser-upload-file": upload(telling.telling_webp(), "a.webp"),
    }
    editor.post(reverse("wagtailimages_chooser:create"), values)

    assert SECRET not in stored(Picture.objects.get())


def test_a_picture_in_anothers_place_is_cleaned():
    picture = build_picture()
    values = {"title": "Anew", "collection": picture.collection_id}

    form = get_image_form(Picture)(
        values, {"file": upload(telling.telling_jpeg())}, instance=picture
    )
    form.save()
    form.original_file.close()
    form.instance.file.close()

    assert SECRET not in stored(Picture.objects.get())
    assert Picture.objects.get().file_hash == picture.get_file_hash()


def test_what_still_lacks_a_title_waits_clean(editor):
    address = reverse("wagtailimages:add_multiple")
    editor.post(address, {"title": "x" * 300, "files[]": upload(telling.telling_jpeg())})

    waiting = apps.get_model("wagtailcore", "UploadedFile").objects.get()
    assert SECRET not in stored(waiting)


def test_a_face_of_staff_is_cleaned():
    user = build_admin()
    profile = apps.get_model("wagtailusers", "UserProfile").get_for_user(user)
    profile.avatar = ContentFile(telling.telling_jpeg(), name="me.jpg")
    profile.save()

    assert SECRET not in Path(profile.avatar.path).read_bytes()


def test_the_same_picture_twice_is_recognised():
    first, second = (build_picture(jpeg=telling.telling_jpeg()) for _ in range(2))

    assert first.file_hash == second.file_hash


def test_a_cut_of_a_picture_tells_nothing():
    picture = build_picture(jpeg=telling.telling_jpeg(telling.TURNED))

    rendition = picture.get_rendition("width-16|format-jpeg")

    assert SECRET not in stored(rendition)
    told = Image.open(BytesIO(stored(rendition)))
    assert (told.size, told.info["icc_profile"]) == ((16, 24), telling.COLOURS)


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (telling.HTML, "a.jpg"),
        (telling.SVG, "a.svg"),
        (telling.telling_png(), "a.jpg"),
        (telling.telling_jpeg()[:-300], "a.jpg"),
        (telling.png_of(1, 60_000), "a.png"),
        (telling.png_of(9000, 9000), "a.png"),
        (telling.moving("WEBP"), "a.webp"),
        (telling.moving("GIF"), "a.gif"),
    ],
)
def test_a_picture_that_harms_is_refused_in_words(editor, content, name):
    answer = send(editor, "wagtailimages:add_multiple", content, name)

    assert not answer["success"]
    assert len(answer["error_message"]) > 20
    assert not Picture.objects.exists()


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (telling.HTML, "a.pdf"),
        (telling.pdf_with_program(), "a.pdf"),
        (telling.office("docx", **{"word/vbaProject.bin": b"a"}), "a.docx"),
        (b'a,b\n"=cmd|1",2', "a.csv"),
        (telling.HTML, "a.html"),
    ],
)
def test_a_document_that_harms_is_refused_in_words(editor, content, name):
    answer = send(editor, "wagtaildocs:add_multiple", content, name)

    assert not answer["success"]
    assert len(answer["error_message"]) > 20
    assert not DocumentFile.objects.exists()


@pytest.mark.parametrize(
    "name", ["../../etc/report.pdf", "..\\..\\report.pdf", "re\x00port.pdf", "report" * 60 + ".pdf"]
)
def test_a_name_leads_nowhere_else(editor, name):
    assert send(editor, "wagtaildocs:add_multiple", telling.pdf(), name)["success"]

    folder, secret, kept = DocumentFile.objects.get().file.name.split("/")
    assert (folder, len(secret)) == ("documents", 22)
    assert kept.endswith(".pdf")
    assert len(kept) < 80


def test_a_program_is_told_why_a_file_is_refused():
    with pytest.raises(ValidationError, match="no PDF"), transaction.atomic():
        build_document(content=telling.HTML)

    assert not DocumentFile.objects.exists()


def test_a_document_is_to_keep_and_can_do_nothing(visitor):
    document = build_document("Ours", filename="été.pdf")

    answer = visitor.get(document.url)
    answer.close()

    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"].startswith("attachment")
    assert "sandbox" in answer["Content-Security-Policy"]
    assert answer["X-Content-Type-Options"] == "nosniff"


def test_nobody_guesses_the_address_of_a_document(visitor):
    document = build_document()

    assert visitor.get(f"/documents/{document.pk}/{document.filename}").status_code == 404
    assert visitor.get(f"/media/{document.file.name}").status_code == 404


def test_a_private_document_is_kept_by_no_cache(visitor, editor):
    document = build_document(collection=build_closed_shelf())

    assert visitor.get(document.url).status_code == 404
    answer = editor.get(document.url)
    answer.close()
    assert (answer.status_code, answer["Cache-Control"]) == (200, "private, no-store")


@pytest.fixture
def full_disk(monkeypatch):
    """A disk with room for ten more bytes."""

    def ten_bytes(file, *args):
        yield file.read(10)
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(CleanFile, "chunks", ten_bytes)


# What says how to read the pixels, and nothing about anybody.
HARMLESS = {
    "AVIF": ["File", "QuickTime", "ICC_Profile", "Meta", "Composite"],
    "JPEG": ["File", "JFIF", "ICC_Profile", "Composite"],
    "PNG": ["File", "PNG", "ICC_Profile", "Composite"],
    "Extended WEBP": ["File", "RIFF", "ICC_Profile", "Composite"],
}
TELLS_IN_ANY_GROUP = re.compile(
    "artist|author|comment|copyright|creator|date|gps|latitude|make|model|owner|serial|software"
    "|thumbnail|title",
    re.IGNORECASE,
)


@pytest.mark.parametrize("extension", telling.TELLING_PICTURES)
def test_exiftool_finds_nothing_in_an_original_nor_in_any_of_its_cuts(extension):
    picture = Picture(title="Telling")
    picture.file = ContentFile(telling.TELLING_PICTURES[extension](), name=f"a.{extension}")
    picture.save()
    cuts = picture.get_renditions(*{spec for shape in SHAPES.values() for spec in shape.specs})

    for tags in tags_of(picture.file.path, *(cut.file.path for cut in cuts.values())):
        groups = set(HARMLESS[tags["File:FileType"]])
        assert {name.partition(":")[0] for name in tags} <= groups
        assert [name for name in tags if tells(name)] == []


def tells(name):
    """A profile of colours has a maker too: the library that wrote it."""
    group, _, tag = name.partition(":")
    return group != "ICC_Profile" and TELLS_IN_ANY_GROUP.search(tag)


def tags_of(*paths):
    """All that exiftool reads in each file, but for what the file system says of it."""
    command = ["exiftool", "-json", "-G", "-a", "-U", "-ee", "--System:all", "--ExifTool:all"]
    told = subprocess.run([*command, *paths], check=True, capture_output=True)
    said = json.loads(told.stdout)
    for tags in said:
        del tags["SourceFile"]
    return said


def test_exiftool_finds_nothing_in_a_document(media_folder):
    files = {
        "a.pdf": telling.pdf(),
        "a.docx": telling.office("docx"),
        "a.xlsx": telling.office("xlsx"),
        "a.pptx": telling.office("pptx"),
        "a.odt": telling.odt(),
    }
    for name, content in files.items():
        (tags,) = tags_of(build_document(filename=name, content=content).file.path)
        assert telling.SECRET not in str(tags)
        assert [tag for tag in tags if tells(tag) and "Zip" not in tag] == []


# What exiftool makes of zeros.
NO_DAY = "0000:00:00 00:00:00"


@pytest.mark.parametrize(
    ("name", "content"), [("a.mp4", telling.mp4()), ("a.webm", telling.webm())], ids=["mp4", "webm"]
)
def test_exiftool_finds_nothing_in_a_film(name, content, tmp_path):
    (tmp_path / name).write_bytes(content)
    film = Video(title="Telling")
    film.file.save(name, ContentFile(content), save=False)

    before, after = tags_of(tmp_path / name, film.file.path)

    assert telling.SECRET in str(before)
    assert telling.SECRET not in str(after)
    assert [tag for tag in after if tells(tag) and after[tag] != NO_DAY] == []


def media_files(folder):
    return {path for path in Path(folder).rglob("*") if path.is_file()}


def test_a_full_disk_leaves_neither_row_nor_file(full_disk, media_folder):
    before = media_files(media_folder)

    with pytest.raises(OSError, match="No space"), transaction.atomic():
        build_picture()

    assert not Picture.objects.exists()
    assert media_files(media_folder) == before


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_full_disk_is_told_in_the_language_of_whoever_asks(rf, full_disk, language):
    request = rf.post("/admin/", headers={"Accept-Language": language})

    try:
        with transaction.atomic():
            build_picture()
    except OSError:
        answer = failed(request)

    assert answer.status_code == HTTPStatus.INSUFFICIENT_STORAGE
    assert parsed(answer).html["lang"] == language
