"""Posts the Coalition made elsewhere, kept and shown by us."""

from urllib.parse import urlsplit

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.models import DraftStateMixin, PreviewableMixin, RevisionMixin
from wagtail.search import index

from coalition.media.querysets import cuts
from coalition.pages.rows import TranslatedRow
from coalition.social.markup import post_html


class SocialPostQuerySet(models.QuerySet):
    def readable(self):
        return self.filter(live=True)

    def for_readers_of(self, language_code):
        """Posts in this language, and those in others that nobody has translated into it."""
        translations = self.model.objects.readable().filter(
            translation_key=OuterRef("translation_key"), locale__language_code=language_code
        )
        in_language = Q(locale__language_code=language_code)
        return self.filter(in_language | ~Exists(translations)).select_related("locale")

    def newest_first(self):
        """A total order: two posts of one moment always stand the same way round."""
        return self.order_by("-posted_at", "-pk")

    def older_than(self, cursor):
        same_moment = Q(posted_at=cursor.posted_at, pk__lt=cursor.pk)
        return self.filter(Q(posted_at__lt=cursor.posted_at) | same_moment)

    def with_pictures(self):
        return self.select_related("picture").prefetch_related(cuts("picture", "card"))


class SocialPost(
    TranslatedRow,
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

    class Meta(TranslatedRow.Meta):
        ordering = ["-posted_at", "-pk"]
        verbose_name = _("social post")
        verbose_name_plural = _("social posts")
        constraints = [
            models.UniqueConstraint(
                fields=["permalink", "locale"],
                name="one_row_a_post",
                violation_error_message=_("This post is kept already in this language."),
            )
        ]

    def __str__(self):
        return self.text[:80]

    def save(self, *args, **kwargs):
        """Text becomes HTML once, when it is kept, not at every view."""
        self.html = post_html(self.text, self.locale.language_code)
        super().save(*args, **kwargs)

    @property
    def is_repost(self):
        return self.author_handle != self.account

    @property
    def site(self):
        """Where the original stands, as people say it: twitter.com."""
        return urlsplit(self.permalink).netloc.removeprefix("www.")

    def get_preview_template(self, request, mode_name):
        return "social/post_preview.html"

    def get_preview_context(self, request, mode_name):
        """What is previewed has not been saved: its text is not yet HTML."""
        self.html = post_html(self.text, self.locale.language_code)
        return super().get_preview_context(request, mode_name)
