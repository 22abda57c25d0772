"""The site's own words."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.fields import RichTextField
from wagtail.models import DraftStateMixin, RevisionMixin

from coalition.pages.rows import TranslatedRow, one_a_language
from coalition.sitewide.models.around import AroundPages


class SiteTexts(AroundPages, TranslatedRow, DraftStateMixin, RevisionMixin, models.Model):
    """The site's own words in one language."""

    site_name = models.CharField(_("name of the site"), max_length=80)
    short_name = models.CharField(
        _("short name"),
        max_length=30,
        help_text=_("Follows the title of a page in browsers' tabs and in search results."),
    )
    tagline = models.CharField(
        _("tagline"),
        max_length=140,
        blank=True,
        help_text=_("Stands under the mark at the foot of every page."),
    )
    footer_note = RichTextField(
        _("footer note"),
        blank=True,
        features=["bold", "italic", "link", "fact"],
        help_text=_("The very last line of every page: how texts and pictures may be reused."),
    )
    privacy_page = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=_("page on privacy"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Linked from the foot of every page and from the question about cookies."),
    )
    accessibility_page = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=_("accessibility statement"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Linked from the foot of every page, even when a menu forgets it."),
    )

    panels = [
        *("site_name", "short_name", "tagline", "footer_note"),
        *("privacy_page", "accessibility_page"),
    ]

    class Meta(TranslatedRow.Meta):
        verbose_name = _("site texts")
        verbose_name_plural = _("site texts")
        constraints = [one_a_language("one_row_of_site_texts_a_language")]

    def __str__(self):
        return self.site_name
