"""What is said on a page after it was published: that it was corrected, or withdrawn."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.fields import RichTextField
from wagtail.models import Orderable, Page

NOTE_FEATURES = ["bold", "italic", "link"]


class Correction(Orderable):
    """An honest note of what was wrong and when it was put right."""

    page = ParentalKey(Page, on_delete=models.CASCADE, related_name="corrections")
    date = models.DateField(_("date"), default=timezone.localdate)
    text = RichTextField(
        _("text"),
        features=NOTE_FEATURES,
        help_text=_("What was wrong and what is right, in one or two sentences."),
    )

    panels = ["date", "text"]

    class Meta(Orderable.Meta):
        verbose_name = _("correction")
        verbose_name_plural = _("corrections")


class Withdrawal(models.Model):
    """The note that stands in a withdrawn page's place; the page leaves every list."""

    page = ParentalKey(Page, on_delete=models.CASCADE, related_name="withdrawals")
    date = models.DateField(_("date"), default=timezone.localdate)
    note = RichTextField(
        _("note"),
        features=NOTE_FEATURES,
        help_text=_("Tell readers why this page was withdrawn. They see only this note."),
    )

    panels = ["date", "note"]

    class Meta:
        verbose_name = _("withdrawal")
        verbose_name_plural = _("withdrawals")

    def __str__(self):
        return str(self.date)
