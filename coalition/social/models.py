"""Posts the Coalition made elsewhere, kept and shown by us."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.models import DraftStateMixin, PreviewableMixin, RevisionMixin
from wagtail.search import index

from coalition.pages.rows import TranslatedRow
from coalition.social.forms import SocialPostForm
from coalition.social.markup import post_html
from coalition.social.originals import HasOriginal
from coalition.social.querysets import SocialPostQuerySet


class SocialPost(
    HasOriginal,
    TranslatedRow,
    PreviewableMixin,
    DraftStateMixin,
    RevisionMixin,
    index.Indexed,
    models.Model,
):
    """One post. No visitor's browser talks to the platform it was made on.

    Published it is shown, unpublished it is hidden; an import leaves both as they are.
    """

    are_our_words = False
    # All that is cut of a picture when a post is saved (see `media.cutting`).
    shows_pictures_as = ("card",)

    is_pinned = models.BooleanField(
        _("pinned"), default=False, help_text=_("It stands before all others until you change it.")
    )
    text = models.TextField(
        _("text"),
        help_text=_("As it was posted. Links, @names and #hashtags are recognised by themselves."),
    )
    html = models.TextField(editable=False)
    picture = models.ForeignKey(
        "media.Picture",
        verbose_name=_("picture"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    picture_alt = models.CharField(_("alt text"), max_length=1500, blank=True)
    # What an archive said when it was last read; empty once an editor has changed the post.
    imported_as = models.CharField(max_length=64, blank=True, editable=False)

    objects = SocialPostQuerySet.as_manager()

    panels = [
        FieldPanel("text"),
        FieldRowPanel(["permalink", "posted_at"]),
        FieldRowPanel(["author_name", "author_handle", "account"]),
        MultiFieldPanel(["picture", "picture_alt"], heading=_("Picture")),
        FieldRowPanel(["is_pinned", "is_original_deleted"]),
    ]

    base_form_class = SocialPostForm

    search_fields = [
        index.SearchField("text"),
        index.AutocompleteField("text"),
        index.FilterField("locale"),
    ]

    class Meta(TranslatedRow.Meta):
        ordering = ["-posted_at", "-pk"]
        verbose_name = _("social post")
        verbose_name_plural = _("social posts")
        constraints = [
            models.UniqueConstraint(
                fields=["network", "native_id", "locale"],
                name="one_row_a_post",
                violation_error_message=_("This post is kept already in this language."),
            )
        ]
        indexes = [models.Index(fields=["-is_pinned", "-posted_at", "-id"], name="posts_in_order")]

    def __str__(self):
        return self.text[:80]

    def save(self, *args, **kwargs):
        """Text becomes HTML once, when it is kept, not at every view."""
        self.html = post_html(self.text, self.locale.language_code)
        super().save(*args, **kwargs)

    @property
    def described_picture(self):
        """Nothing while nobody has said what it shows, as archives often do not."""
        return self.picture if self.picture_alt else None

    def get_preview_template(self, request, mode_name):
        return "social/post_preview.html"

    def get_preview_context(self, request, mode_name):
        """What is previewed has not been saved: its text is not yet HTML."""
        self.html = post_html(self.text, self.locale.language_code)
        return super().get_preview_context(request, mode_name)
