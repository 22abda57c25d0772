"""Campaigns: a subject, a hashtag, a beginning and an end."""

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultipleChooserPanel
from wagtail.fields import StreamField
from wagtail.models import Orderable, PageManager
from wagtail.search import index

from coalition.delivery.direction_marks import PlainlyNamed
from coalition.delivery.tags import waiting_for
from coalition.facts import moment
from coalition.pages.blocks import StoryBody
from coalition.pages.models import BasePage
from coalition.pages.querysets import ReadableQuerySet
from coalition.pages.standing import pages_like, standing_of
from coalition.social.models import SocialPost


class CampaignQuerySet(ReadableQuerySet):
    def begun(self):
        return self.filter(start__lte=moment.today())

    def running(self):
        """Those that have begun and not ended."""
        not_ended = models.Q(end__gte=moment.today()) | models.Q(end__isnull=True)
        return self.begun().filter(not_ended)

    def newest_first(self):
        return self.order_by("-start", "-pk")


class CampaignPage(BasePage):
    """One campaign in one language."""

    kind_label = _("Campaign")
    MOST_POSTS = 6

    at_a_glance = (*BasePage.at_a_glance, "start", "end")

    hashtag = models.CharField(
        _("hashtag"),
        max_length=60,
        blank=True,
        validators=[RegexValidator(r"^\w+$", _("Letters and digits only, without the #."))],
        help_text=_("Without the #. Our posts that carry it are shown on the page."),
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
        InlinePanel("downloads", heading=_("Downloads"), label=_("document")),
        MultipleChooserPanel(
            "chosen_posts",
            chooser_field_name="post",
            heading=_("Posts without the hashtag"),
            label=_("post"),
        ),
    ]

    search_fields = [*BasePage.search_fields, index.SearchField("body")]

    class Meta:
        verbose_name = _("campaign")
        verbose_name_plural = _("campaigns")

    @property
    def is_ahead(self):
        return moment.today() < self.start

    @property
    def is_over(self):
        return self.end is not None and self.end < moment.today()

    @cached_property
    def documents(self):
        """Its downloads, with what is to be downloaded."""
        return list(self.downloads.select_related("document"))

    @cached_property
    def posts(self):
        """The newest posts with its hashtag, and those that were chosen."""
        readable = SocialPost.objects.readable().for_readers_of(self.locale.language_code)
        posts = readable.filter(pk__in=[choice.post_id for choice in self.chosen_posts.all()])
        if self.hashtag:
            posts |= readable.tagged(self.hashtag)
        return list(posts.newest_first().with_pictures()[: self.MOST_POSTS])

    @cached_property
    def others(self):
        """All other campaigns of this language that have begun, the newest first."""
        others = type(self).objects.readable().in_language_of(self).begun()
        with waiting_for(pages_like(type(self), self.locale_id)):
            return list(others.exclude(pk=self.pk).newest_first().at_a_glance())

    @property
    def standing(self):
        return standing_of(self, (self.start, self.end))

    def clean(self):
        super().clean()
        if self.start and self.end and self.end < self.start:
            raise ValidationError({"end": _("The last day cannot be before the first.")})


class CampaignDownload(PlainlyNamed, Orderable):
    """A document to take home: a poster, a guide for teachers."""

    page = ParentalKey(CampaignPage, on_delete=models.CASCADE, related_name="downloads")
    document = models.ForeignKey(
        "media.DocumentFile",
        verbose_name=_("document"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    title = models.CharField(
        _("title"),
        max_length=160,
        blank=True,
        help_text=_("Empty, the document's own title stands here."),
    )

    panels = ["document", "title"]

    class Meta(Orderable.Meta):
        verbose_name = _("download")
        verbose_name_plural = _("downloads")


class CampaignPost(Orderable):
    """A post that belongs to a campaign although it does not carry its hashtag."""

    page = ParentalKey(CampaignPage, on_delete=models.CASCADE, related_name="chosen_posts")
    post = models.ForeignKey(
        SocialPost, verbose_name=_("post"), on_delete=models.CASCADE, related_name="+"
    )

    panels = ["post"]

    class Meta(Orderable.Meta):
        verbose_name = _("post")
        verbose_name_plural = _("posts")
