"""Names are without invisible marks of direction; texts keep theirs."""

import csv
from contextlib import suppress
from io import StringIO

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db.models import CharField
from django.urls import reverse

from coalition.delivery.direction_marks import MARKS
from coalition.demo.builders import build_admin, build_document, build_story
from coalition.demo.builders.media import plain_jpeg
from coalition.media.models import DocumentFile, Picture
from coalition.pages.models import StandardPage
from coalition.social.models import SocialPost
from partners.models import PartnerName

pytestmark = pytest.mark.django_db

PRETENDER = "evil\u202egpj.exe\u2066\u200f"
PLAIN = "evilgpj.exe"
# What is no name, or is kept as it was said.
NOT_OURS_TO_CHANGE = {"audit.Entry.title", "delivery.Tally.name", "staff.Failures.name"}
ALL_MARKS = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


def test_every_mark_is_known():
    assert MARKS.sub("", ALL_MARKS) == ""


def names_of_ours():
    """Each title and name that a model of our rooms keeps, and two that are called otherwise."""
    rooms = ("coalition.", "news.", "partners.")
    models = [model for model in apps.get_models() if model.__module__.startswith(rooms)]
    for model in models:
        for field in model._meta.concrete_fields:
            is_name = isinstance(field, CharField) and field.name in {"name", "title"}
            if is_name and f"{model._meta.label}.{field.name}" not in NOT_OURS_TO_CHANGE:
                yield model, field.name
    yield from [(StandardPage, "listing_title"), (SocialPost, "author_name")]


@pytest.mark.parametrize(
    ("model", "name"), [*names_of_ours()], ids=lambda part: getattr(part, "__name__", part)
)
def test_a_name_loses_them(model, name):
    row = model(**{name: PRETENDER})

    # What else it lacks is another matter.
    with suppress(ValidationError):
        row.clean()

    assert getattr(row, name) == PLAIN


def test_a_program_cannot_keep_them_either():
    assert build_document(PRETENDER).title == PLAIN


@pytest.mark.parametrize(
    ("address", "model", "name", "content"),
    [
        ("wagtailimages:add_multiple", Picture, "a.jpg", plain_jpeg((8, 8))),
        ("wagtaildocs:add_multiple", DocumentFile, "a.txt", b"Words"),
    ],
)
def test_what_is_sent_with_many_others_loses_them(client, address, model, name, content):
    client.force_login(build_admin())

    file = SimpleUploadedFile(name, content)
    client.post(reverse(address), {"title": PRETENDER, "files[]": file})

    assert model.objects.get().title == PLAIN


def test_an_import_of_partners_loses_them(client):
    client.force_login(build_admin())
    rows = {
        **{"name_en": PRETENDER, "iso2": "FR", "region": "Europe", "live": "yes"},
        **dict.fromkeys(["joined_earliest", "joined_latest"], "2014-09-10"),
    }
    table = StringIO()
    writer = csv.DictWriter(table, rows)
    writer.writeheader()
    writer.writerow(rows)

    file = SimpleUploadedFile("partners.csv", table.getvalue().encode())
    preview = client.post(reverse("import_partners"), {"file": file}, follow=True)
    fingerprint = preview.context["plan"].fingerprint
    client.post(preview.request["PATH_INFO"], {"plan": fingerprint})

    assert PartnerName.objects.get().name == PLAIN


def test_readers_are_not_led_to_another_file_than_its_name_says(visitor):
    document = build_document(PRETENDER)
    story = build_story(body=[("document", {"document": document})])

    page = visitor.get(story.url)

    assert PRETENDER not in page.text
    assert PLAIN in page.text


def test_a_text_keeps_them():
    post = SocialPost(text="\u2067She spoke.\u2069")

    post.clean()

    assert post.text == "\u2067She spoke.\u2069"
