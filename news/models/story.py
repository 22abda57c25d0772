"""A story, of whichever kind, and the topics it can have."""

from django.db import models
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import PageManager, TranslatableMixin
from wagtail.search import index

from coalition.pages.blocks import StoryBody
from coalition.pages.models import BasePage
from news.querysets import StoryQuerySet
from news.side_notes import SideNotes


class Topic(TranslatableMixin, index.Indexed, models.Model):
    """A subject that stories share, named in one language."""

    name = models.CharField(_("name"), max_length=60)
    slug = models.SlugField(
        _("slug"), max_length=60, help_text=_("Stands in addresses; the same in every language.")
    )

    panels = ["name", "slug"]

    search_fields = [index.SearchField("name"), index.AutocompleteField("name")]

    class Meta(TranslatableMixin.Meta):
        ordering = ["name"]
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
        constraints = [
            models.UniqueConstraint(fields=["locale", "slug"], name="one_topic_a_slug_and_language")
        ]

    def __str__(self):
        return self.name


class StoryKind(models.TextChoices):
    NEWS = "news", _("News")
    STATEMENT = "statement", _("Statement")
    JOINT_STATEMENT = "joint-statement", _("Joint statement")
    PRESS_RELEASE = "press-release", _("Press release")
    READOUT = "readout", _("Readout")
    FACT_SHEET = "fact-sheet", _("Fact sheet")
    VIDEO = "video", _("Video")


class StoryPage(BasePage):
    """Something the Coalition says on a day, and keeps saying as it was on that day."""

    Kind = StoryKind
    STATEMENT_KINDS = (StoryKind.STATEMENT, StoryKind.JOINT_STATEMENT)
    STORIES_TO_READ_NEXT = 3

    kind = models.CharField(
        _("kind"), max_length=16, choices=StoryKind.choices, default=StoryKind.NEWS
    )
    date = models.DateField(
        _("date"),
        default=timezone.localdate,
        help_text=_("The day the story tells of; its numbers are told as of this day."),
    )
    place = models.CharField(_("place"), max_length=80, blank=True)
    issuer = models.CharField(
        _("issued by"),
        max_length=160,
        blank=True,
        help_text=_("For statements: in whose name they are made."),
    )
    video = models.ForeignKey(
        "media.Video",
        verbose_name=_("video"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("Stands on top of the story in the picture's place."),
    )
    body = StreamField(StoryBody(), verbose_name=_("body"))
    quote = models.TextField(_("quotation"), blank=True, max_length=400)
    speaker = models.CharField(_("speaker"), max_length=120, blank=True)
    speaker_role = models.CharField(_("speaker's role"), max_length=160, blank=True)
    topics = ParentalManyToManyField(Topic, verbose_name=_("topics"), blank=True)
    partners = ParentalManyToManyField(
        "partners.Partner", verbose_name=_("partners"), blank=True, related_name="+"
    )
    lines_of_effort = ParentalManyToManyField(
        "about.LineOfEffortPage", verbose_name=_("lines of effort"), blank=True, related_name="+"
    )
    campaign = models.ForeignKey(
        "campaigns.CampaignPage",
        verbose_name=_("campaign"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    review_by = models.DateField(
        _("review by"),
        null=True,
        blank=True,
        help_text=_("When somebody should look whether this is still right."),
    )

    objects = PageManager.from_queryset(StoryQuerySet)()

    parent_page_types = ["news.NewsIndexPage"]
    subpage_types = []

    content_panels = [
        FieldRowPanel(["kind", "date", "place"]),
        *BasePage.content_panels,
        FieldPanel("video"),
        FieldPanel("body"),
        MultiFieldPanel(
            ["quote", "speaker", "speaker_role"], heading=_("Quotation for the home page")
        ),
        FieldPanel("issuer"),
        MultiFieldPanel(
            ["topics", "partners", "lines_of_effort", "campaign"], heading=_("What it is about")
        ),
    ]
    settings_panels = [FieldPanel("review_by"), *BasePage.settings_panels]

    search_fields = [
        *BasePage.search_fields,
        index.SearchField("body"),
        index.SearchField("place"),
        index.FilterField("kind"),
        index.FilterField("date"),
    ]

    class Meta:
        verbose_name = _("story")
        verbose_name_plural = _("stories")
        indexes = [models.Index(fields=["-date", "page_ptr"], name="newest_stories_first")]

    @property
    def kind_label(self):
        return self.get_kind_display()

    @property
    def facts_day(self):
        return self.date

    @cached_property
    def side_notes(self):
        return SideNotes(self)

    @property
    def read_next(self):
        stories = StoryPage.objects.readable().in_language_of(self).related_to(self)
        return stories.newest_first().for_cards()[: self.STORIES_TO_READ_NEXT]

    @property
    def is_statement(self):
        return self.kind in self.STATEMENT_KINDS
