"""The one way into the media folder: whatever comes, from forms or programs, is cleaned first."""

import secrets

from django.apps import apps
from django.core.exceptions import ValidationError
from django.core.files import File
from django.db.models.fields.files import FieldFile, ImageFieldFile
from wagtail.images.models import WagtailImageFieldFile
from wagtail.utils.file import hash_filelike

from coalition.delivery.direction_marks import PlainlyNamed
from coalition.media.cleaning.files import clean
from coalition.media.refusals import refusals_noted

_checks = []


def register(check):
    """Let another room look at every file: `check(hashes)` raises if it may not come in.

    They are those of the file as it came and as it is stored.
    """
    _checks.append(check)


class CleanFile(File):
    """A file that was cleaned; it knows so, to be cleaned but once, and as what it came."""

    sent_hash = ""


def made_clean(file, name=None):
    """Raises a ValidationError that an editor understands, where it cannot be."""
    if isinstance(file, CleanFile):
        return file
    name = name or file.name
    cleaned = CleanFile(clean(file, name), name)
    # Whoever made it smaller before knows as what it came.
    cleaned.sent_hash = getattr(file, "sent_hash", "") or hash_filelike(file)
    for check in _checks:
        check({cleaned.sent_hash, hash_filelike(cleaned)})
    return cleaned


class CleanFieldFile(FieldFile):
    """Stores nothing but clean files, however they are handed over."""

    def save(self, name, content, save=True):
        cleaned = made_clean(content, name)
        self.instance.sent_hash = cleaned.sent_hash
        super().save(name, cleaned, save)


class AvatarFile(CleanFieldFile, ImageFieldFile):
    """The face of a member of staff."""


class MeasuredFile(CleanFieldFile):
    """One whose row knows how many bytes it has, and its double."""

    def save(self, name, content, save=True):
        cleaned = made_clean(content, name)
        self.instance.file_size = cleaned.size
        self.instance.file_hash = hash_filelike(cleaned)
        super().save(name, cleaned, save)


class PictureFile(MeasuredFile, WagtailImageFieldFile):
    """What pictures are cut from."""


class DocumentContent(MeasuredFile):
    """It keeps its name, which readers see, in a folder that nobody can guess."""

    def save(self, name, content, save=True):
        super().save(f"{unguessable()}/{name}", content, save)


# Wagtail's fields cannot be declared anew: a new one would stand behind those that depend on it.
WAYS_IN = {
    ("media", "picture", "file"): PictureFile,
    ("media", "documentfile", "file"): DocumentContent,
    ("media", "video", "file"): CleanFieldFile,
    ("media", "videocaptions", "file"): CleanFieldFile,
    # Where Wagtail keeps what still lacks a title.
    ("wagtailcore", "uploadedfile", "file"): CleanFieldFile,
    ("wagtailusers", "userprofile", "avatar"): AvatarFile,
}


def guard_the_ways_in():
    for (app_label, model, name), file_class in WAYS_IN.items():
        apps.get_model(app_label, model)._meta.get_field(name).attr_class = file_class
    avatar = apps.get_model("wagtailusers", "userprofile")._meta.get_field("avatar")
    avatar.validators.append(refuse_what_cannot_be_cleaned)


def refuse_what_cannot_be_cleaned(file):
    if not file._committed:
        with refusals_noted(file.name):
            made_clean(file.file, file.name)


class Upload(PlainlyNamed):
    """Something with a file: its form says what is wrong with that, before anything is stored."""

    class Meta:
        abstract = True

    def full_clean(self, *args, **kwargs):
        with refusals_noted(self.file):
            super().full_clean(*args, **kwargs)

    def clean(self):
        super().clean()
        if self.file and not self.file._committed:
            try:
                self.file = made_clean(self.file.file, self.file.name)
            except ValidationError as refusal:
                raise ValidationError({"file": refusal}) from refusal


def unguessable():
    """128 bits, in 22 characters of an address."""
    return secrets.token_urlsafe(16)
