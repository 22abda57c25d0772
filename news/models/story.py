"""A story, of whichever kind."""

from django.db import models
from django.forms import CheckboxSelectMultiple, Select
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import PageManager
from wagtail.search import index

from coalition.delivery.tags import waiting_for
from coalition.pages.blocks import StoryBody
from coalition.pages.cursor import DayCursor
from coalition.pages.models import BasePage
from news.forms import StoryForm
from news.kinds import STATEMENTS, StoryKind, what_is_missing
from news.models.kind_fields import KindFields
from news.querysets import StoryQuerySet
from news.side_notes import SideNotes
from news.standing import places_of, ways_on


class StoryPage(KindFields, BasePage):
    """Something the Coalition says on a day, and keeps saying as it was on that day."""

    Kind = StoryKind
    STATEMENT_KINDS = STATEMENTS
    STORIES_TO_READ_NEXT = 3

    at_a_glance = (*BasePage.at_a_glance, "kind", "date")

    kind = models.CharField(
        _("kind"), max_length=16, choices=StoryKind.choices, default=StoryKind.NEWS
    )
    date = models.DateField(
        _("date"),
        default=timezone.localdate,
        help_text=_("The day the story tells of; its numbers are told as of this day."),
    )
    place = models.CharField(_("place"), max_length=80, blank=True)
    body = StreamField(StoryBody(), verbose_name=_("body"))
    quote = models.TextField(_("quotation"), blank=True, max_length=400)
    speaker = models.CharField(_("speaker"), max_length=120, blank=True)
    speaker_role = models.CharField(_("speaker's role"), max_length=160, blank=True)
    topics = ParentalManyToManyField("news.Topic", verbose_name=_("topics"), blank=True)
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

    base_form_class = StoryForm

    parent_page_types = ["news.NewsIndexPage"]
    subpage_types = []

    content_panels = [
        FieldRowPanel(["kind", "date", "place"]),
        *BasePage.content_panels,
        *KindFields.kind_panels,
        FieldPanel("body"),
        MultiFieldPanel(
            ["quote", "speaker", "speaker_role"], heading=_("Quotation for the home page")
        ),
        MultiFieldPanel(
            [
                FieldPanel("topics", widget=CheckboxSelectMultiple),
                FieldPanel("partners", widget=CheckboxSelectMultiple({"class": "in-columns"})),
                FieldPanel("lines_of_effort", widget=CheckboxSelectMultiple),
                FieldPanel("campaign", widget=Select),
            ],
            heading=_("What it is about"),
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
        indexes = [models.Index(fields=["-date", "-page_ptr"], name="newest_stories_first")]

    @property
    def kind_label(self):
        return self.get_kind_display()

    @property
    def facts_day(self):
        return self.date

    @property
    def lacks(self):
        return self.lacks_with(issuers=len(self.issuers.all()))

    def lacks_with(self, *, issuers):
        """Those of a form are counted there: they are its own only once they are saved."""
        missing = what_is_missing(
            self.kind, issuers=issuers, document=self.document_id, video=self.video_id
        )
        return super().lacks | missing

    @property
    def partners_told_of(self):
        return self.partners.all()

    @property
    def place_in_lists(self):
        return DayCursor(self.date, self.pk)

    @cached_property
    def side_notes(self):
        return SideNotes(self)

    @property
    def standing(self):
        return places_of(self)

    @cached_property
    def read_next(self):
        """Stories before it: a page of the archive stays as it is when something new comes."""
        before = self.others.before(self.place_in_lists)
        with waiting_for(ways_on(self.pk)):
            return list(before.related_to(self).for_cards()[: self.STORIES_TO_READ_NEXT])

    @cached_property
    def neighbours(self):
        """The nearest `newer` story and the nearest `older` one, as far as there are any."""
        here = self.place_in_lists
        beside = self.others.beside(self).at_a_glance()
        with waiting_for(ways_on(self.pk)):
            return {"newer" if one.place_in_lists > here else "older": one for one in beside}

    @property
    def others(self):
        """All that readers find in its language beside it."""
        return StoryPage.objects.readable().in_language_of(self).exclude(pk=self.pk)
