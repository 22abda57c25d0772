"""Films of our own, and what is said in them."""

from pathlib import PurePath

from django.core.validators import FileExtensionValidator
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.fields import RichTextField
from wagtail.models import Orderable
from wagtail.search import index

from coalition.media.models.files import hash_before_cleaning, unguessable_name
from coalition.media.models.pictures import Picture
from coalition.media.querysets import VideoQuerySet
from coalition.media.uploads import Upload
from coalition.media.video_form import VideoForm

TRANSCRIPT_FEATURES = ["bold", "italic", "ul", "ol", "link"]


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
    def captions_for_readers(self):
        """Those in the reader's language come first."""
        here = get_language()
        return sorted(self.captions.all(), key=lambda words: words.locale.language_code != here)

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
