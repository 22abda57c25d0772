"""Messages over every page."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldRowPanel
from wagtail.fields import RichTextField
from wagtail.models import DraftStateMixin, RevisionMixin

from coalition.facts import moment
from coalition.pages.rows import TranslatedRow
from coalition.sitewide.models.around import AroundPages


class AlertBanner(AroundPages, TranslatedRow, DraftStateMixin, RevisionMixin, models.Model):
    """A message over every page of a language, while it is needed."""

    title = models.CharField(_("title"), max_length=80)
    text = RichTextField(_("text"), features=["bold", "link"])
    is_urgent = models.BooleanField(
        _("urgent"),
        default=False,
        help_text=_("Safety or security: stands out from everything else."),
    )
    show_from = models.DateTimeField(_("show from"), null=True, blank=True)
    show_until = models.DateTimeField(_("show until"), null=True, blank=True)

    panels = ["title", "text", "is_urgent", FieldRowPanel(["show_from", "show_until"])]

    class Meta(TranslatedRow.Meta):
        verbose_name = _("alert banner")
        verbose_name_plural = _("alert banners")

    def __str__(self):
        return self.title

    @property
    def is_shown(self):
        """Whether its time is now; that it is published is the query's to know."""
        begins, ends = self.show_from, self.show_until
        has_begun = begins is None or moment.has_come(begins)
        return has_begun and not (ends and moment.has_come(ends))

    def clean(self):
        super().clean()
        if self.show_from and self.show_until and self.show_until <= self.show_from:
            raise ValidationError({"show_until": _("The end must be after the beginning.")})
