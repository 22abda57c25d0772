"""Posts the Coalition made elsewhere, kept and shown by us."""

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.models import DraftStateMixin, PreviewableMixin, RevisionMixin, TranslatableMixin
from wagtail.search import index

from coalition.media.models import Picture
from coalition.social.markup import post_html


class SocialPostQuerySet(models.QuerySet):
    def readable(self):
        return self.filter(live=True)

    def for_readers_of(self, locale):
        """Posts in this language, and those in others that nobody has translated into it."""
        translation = self.model.objects.readable().filter(
            translation_key=OuterRef("translation_key"), locale=locale
        )
        return self.filter(Q(locale=locale) | ~Exists(translation)).select_related("locale")

    def newest_first(self):
        return self.order_by("-posted_at", "-pk")

    def with_pictures(self):
        return self.prefetch_related(
            models.Prefetch("picture", queryset=Picture.objects.cut_to("card"))
        )


class SocialPost(
    TranslatableMixin,
    PreviewableMixin,
    DraftStateMixin,
    RevisionMixin,
    index.Indexed,
    models.Model,
):
    """One post. No visitor's browser talks to the platform it was made on."""

    account = models.CharField(
        _("account"), max_length=60, help_text=_("Whose stream it stood in, without the @.")
    )
    author_name = models.CharField(_("author"), max_length=120)
    author_handle = models.CharField(
        _("author's handle"),
        max_length=60,
        help_text=_("Without the @. Differs from the account when we repeated somebody's post."),
    )
    permalink = models.URLField(_("address of the original"))
    posted_at = models.DateTimeField(_("posted at"))
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
    picture_alt = models.CharField(_("alt text"), max_length=250, blank=True)

    objects = SocialPostQuerySet.as_manager()

    panels = [
        FieldPanel("text"),
        FieldRowPanel(["author_name", "author_handle"]),
        FieldRowPanel(["account", "posted_at"]),
        FieldPanel("permalink"),
        MultiFieldPanel(["picture", "picture_alt"], heading=_("Picture")),
    ]

    search_fields = [
        index.SearchField("text"),
        index.AutocompleteField("text"),
        index.FilterField("locale"),
    ]

    class Meta(TranslatableMixin.Meta):
        ordering = ["-posted_at", "-pk"]
        verbose_name = _("social post")
        verbose_name_plural = _("social posts")
        constraints = [
            models.UniqueConstraint(fields=["permalink", "locale"], name="one_row_a_post")
        ]

    def __str__(self):
        return self.text[:80]

    def save(self, *args, **kwargs):
        """Text becomes HTML once, when it is kept, not at every view."""
        self.html = post_html(self.text)
        super().save(*args, **kwargs)

    @property
    def is_repost(self):
        return self.author_handle != self.account

    def get_preview_template(self, request, mode_name):
        return "social/post_preview.html"
