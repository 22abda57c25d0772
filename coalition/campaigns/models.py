"""Campaigns: a subject, a hashtag, a beginning and an end."""

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.fields import StreamField
from wagtail.models import PageManager
from wagtail.search import index

from coalition.pages.blocks import StoryBody
from coalition.pages.models import BasePage
from coalition.pages.querysets import ReadableQuerySet


class CampaignQuerySet(ReadableQuerySet):
    def running(self, on=None):
        """Those that have begun and not ended on a day (today if none is given)."""
        day = on or timezone.localdate()
        return self.filter(start__lte=day).filter(
            models.Q(end__gte=day) | models.Q(end__isnull=True)
        )

    def newest_first(self):
        return self.order_by("-start", "-pk")


class CampaignPage(BasePage):
    """One campaign in one language."""

    kind_label = _("Campaign")

    hashtag = models.CharField(
        _("hashtag"),
        max_length=60,
        blank=True,
        validators=[RegexValidator(r"^\w+$", _("Letters and digits only, without the #."))],
        help_text=_("Without the #."),
    )
    start = models.DateField(_("first day"), default=timezone.localdate)
    end = models.DateField(
        _("last day"),
        null=True,
        blank=True,
        help_text=_("The day after, the campaign leaves the home page by itself."),
    )
    body = StreamField(StoryBody(), verbose_name=_("body"), blank=True)

    objects = PageManager.from_queryset(CampaignQuerySet)()

    parent_page_types = ["home.HomePage"]
    subpage_types = []

    content_panels = [
        *BasePage.content_panels,
        FieldRowPanel(["hashtag", "start", "end"]),
        FieldPanel("body"),
    ]

    search_fields = [*BasePage.search_fields, index.SearchField("body")]

    class Meta:
        verbose_name = _("campaign")
        verbose_name_plural = _("campaigns")

    def clean(self):
        super().clean()
        if self.start and self.end and self.end < self.start:
            raise ValidationError({"end": _("The last day cannot be before the first.")})
