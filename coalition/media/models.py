"""Pictures, documents and video, with the credit and the words that make them usable by all."""

from pathlib import PurePath

from django.conf import settings
from django.core.validators import FileExtensionValidator
from django.db import models
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.documents.models import AbstractDocument
from wagtail.documents.models import Document as WagtailDocument
from wagtail.fields import RichTextField
from wagtail.images.models import AbstractImage, AbstractRendition
from wagtail.images.models import Image as WagtailImage
from wagtail.models import Orderable
from wagtail.search import index

from coalition.media.querysets import ImageQuerySet, VideoQuerySet
from coalition.media.shelves import folder_of
from coalition.media.uploads import Upload, unguessable
from coalition.media.video_form import VideoForm
from coalition.media.wanted import WantedCut  # noqa: F401 - a model of this room.

TRANSCRIPT_FEATURES = ["bold", "italic", "ul", "ol", "link"]


def unguessable_name(folder, filename):
    """A public address must not tell what a file was called, nor let anyone guess the next one."""
    return f"{folder}/{unguessable()}{PurePath(filename).suffix.lower()}"


def hash_before_cleaning():
    """What a file is known by that comes again: no later library makes another of it."""
    return models.CharField(max_length=40, blank=True, editable=False)


class Picture(Upload, AbstractImage):
    """A picture. Its alt text is written where it is used, because it depends on the use."""

    credit = models.CharField(
        _("credit"),
        max_length=200,
        blank=True,
        help_text=_("Who made the picture and who owns it, as it should stand under it."),
    )
    sent_hash = hash_before_cleaning()

    objects = ImageQuerySet.as_manager()

    # What of it shows where only the picture itself stands.
    at_a_glance = (
        *("file", "file_hash", "width", "height", "collection"),
        *("focal_point_x", "focal_point_y", "focal_point_width", "focal_point_height"),
    )

    admin_form_fields = (*WagtailImage.admin_form_fields, "credit")

    class Meta(AbstractImage.Meta):
        verbose_name = _("image")
        verbose_name_plural = _("images")

    def get_upload_to(self, filename):
        return unguessable_name("original_images", filename)


class Rendition(AbstractRendition):
    """A picture cut to a shape, in one format."""

    image = models.ForeignKey(Picture, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["image", "filter_spec", "focal_point_key"], name="one_rendition_a_spec"
            )
        ]

    def get_upload_to(self, filename):
        return unguessable_name(folder_of(self.image), filename)


class DocumentFile(Upload, AbstractDocument):
    """A file to download."""

    FOLDER = "documents"
    # Ours, not what the machine happens to know: none is one that a browser runs.
    CONTENT_TYPES = {
        "csv": "text/csv",
        "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "odt": "application/vnd.oasis.opendocument.text",
        "pdf": "application/pdf",
        "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        "txt": "text/plain; charset=utf-8",
        "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "zip": "application/zip",
    }

    language = models.CharField(
        _("language"),
        max_length=8,
        blank=True,
        choices=settings.LANGUAGES,
        help_text=_("In which the file is written. Leave it empty for another, or for several."),
    )
    sent_hash = hash_before_cleaning()

    admin_form_fields = (*WagtailDocument.admin_form_fields, "language")

    class Meta(AbstractDocument.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")

    @property
    def url(self):
        """By what nobody can guess, and the name under which readers keep it."""
        return reverse("wagtaildocs_serve", args=self.file.name.split("/")[-2:])

    @property
    def content_type(self):
        return self.CONTENT_TYPES.get(self.file_extension.lower(), "application/octet-stream")

    @property
    def content_disposition(self):
        return content_disposition_header(True, self.filename)

    @property
    def is_private(self):
        return self.collection.get_view_restrictions().exists()


def video_path(instance, filename):
    return unguessable_name("videos", filename)


class Video(Upload, index.Indexed, ClusterableModel):
    """A film of our own, served from our own machine."""

    title = models.CharField(_("title"), max_length=200)
    file = models.FileField(
        _("file"),
        upload_to=video_path,
        validators=[FileExtensionValidator(["mp4", "webm"])],
        help_text=_(
            "MP4 or WebM. Keep it short: people watch on slow lines. Places, names and days are"
            " taken out of the file; what is seen and heard stays."
        ),
    )
    sent_hash = hash_before_cleaning()
    poster = models.ForeignKey(
        Picture,
        verbose_name=_("poster"),
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("The picture people see before they press play."),
    )
    objects = VideoQuerySet.as_manager()

    # Where only the file is offered.
    at_a_glance = ("file",)

    base_form_class = VideoForm

    panels = [
        "title",
        "file",
        "poster",
        InlinePanel(
            "captions",
            heading=_("Captions and transcripts"),
            label=_("language"),
            help_text=_("In each language of the site, so that everybody can follow the film."),
        ),
    ]

    search_fields = [index.SearchField("title"), index.AutocompleteField("title")]

    class Meta:
        ordering = ["title"]
        verbose_name = _("video")
        verbose_name_plural = _("videos")

    def __str__(self):
        return self.title

    def can_be_followed_in(self, locale):
        """Whether those who cannot hear it, or not see it, miss nothing in this language."""
        in_language = (words for words in self.captions.all() if words.locale_id == locale.pk)
        return any(words.file and words.transcript for words in in_language)

    @property
    def content_type(self):
        return f"video/{PurePath(self.file.name).suffix.lower().removeprefix('.')}"


class VideoCaptions(Upload, Orderable):
    """What is said in a video, in one language: timed, and to be read."""

    video = ParentalKey(Video, on_delete=models.CASCADE, related_name="captions")
    locale = models.ForeignKey(
        "wagtailcore.Locale", verbose_name=_("language"), on_delete=models.PROTECT, related_name="+"
    )
    file = models.FileField(
        _("captions"),
        upload_to=video_path,
        validators=[FileExtensionValidator(["vtt"])],
        help_text=_("A WebVTT file: what is said, and the sounds that matter, with their times."),
    )
    transcript = RichTextField(
        _("transcript"),
        blank=True,
        features=TRANSCRIPT_FEATURES,
        help_text=_("What is said and what matters on screen, for those who cannot hear or see."),
    )

    panels = [FieldPanel("locale"), FieldPanel("file"), FieldPanel("transcript")]

    class Meta(Orderable.Meta):
        constraints = [
            models.UniqueConstraint(fields=["video", "locale"], name="one_caption_file_a_language")
        ]
