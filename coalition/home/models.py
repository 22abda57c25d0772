"""The front page of a language."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel
from wagtail.fields import RichTextField
from wagtail.models import Orderable

from coalition.about.models import AboutPage
from coalition.campaigns.models import CampaignPage
from coalition.media.models import Picture
from coalition.pages.models import BasePage
from news.models import StoryPage


class HomePage(BasePage):
    """What the Coalition wants seen first; what is not chosen is filled by rule."""

    NUMBER_OF_LATEST_STORIES = 5

    introduction = RichTextField(
        _("What is the Coalition?"),
        blank=True,
        features=["bold", "italic", "link", "fact"],
        help_text=_("Two or three sentences. Insert the number of partners as a fact."),
    )

    parent_page_types = ["wagtailcore.Page"]
    subpage_types = [
        "about.AboutPage",
        "campaigns.CampaignPage",
        "news.NewsIndexPage",
        "pages.StandardPage",
        "partners.PartnerIndexPage",
    ]

    content_panels = [
        *BasePage.content_panels,
        InlinePanel("slots", heading=_("What leads"), label=_("slot")),
        FieldPanel("introduction"),
    ]

    class Meta:
        verbose_name = _("home page")
        verbose_name_plural = _("home pages")

    @cached_property
    def lead(self):
        """The story that leads: the one chosen for today, else the newest."""
        return self._chosen(HomeSlot.Place.LEAD) or self._stories.first()

    @cached_property
    def statement(self):
        """The statement beside the lead: the one chosen for today, else the newest."""
        chosen = self._chosen(HomeSlot.Place.STATEMENT)
        return chosen or self._stories.of_kind(*StoryPage.STATEMENT_KINDS).first()

    @cached_property
    def latest_stories(self):
        """The newest stories that do not stand on top already."""
        on_top = [story.pk for story in (self.lead, self.statement) if story]
        return list(self._stories.exclude(pk__in=on_top)[: self.NUMBER_OF_LATEST_STORIES])

    @cached_property
    def campaign(self):
        campaigns = CampaignPage.objects.readable().child_of(self).running().newest_first()
        pictures = models.Prefetch("picture", Picture.objects.cut_to("band"))
        return campaigns.prefetch_related(pictures).first()

    @cached_property
    def about(self):
        return AboutPage.objects.readable().child_of(self).first()

    @property
    def _stories(self):
        stories = StoryPage.objects.readable().in_language_of(self).newest_first()
        return stories.for_cards("lead", "card")

    def _chosen(self, place):
        current = [slot for slot in self.slots.all() if slot.place == place and slot.is_current]
        if not current:
            return None
        readable = self._stories.in_bulk([slot.story_id for slot in current])
        return next(
            (readable[slot.story_id] for slot in current if slot.story_id in readable), None
        )


class HomeSlot(Orderable):
    """A story in a place of honour, from one moment to another, with somebody answering for it."""

    class Place(models.TextChoices):
        LEAD = "lead", _("Lead")
        STATEMENT = "statement", _("Statement beside the lead")

    page = ParentalKey(HomePage, on_delete=models.CASCADE, related_name="slots")
    place = models.CharField(_("place"), max_length=10, choices=Place.choices, default=Place.LEAD)
    story = models.ForeignKey(
        "news.StoryPage", verbose_name=_("story"), on_delete=models.CASCADE, related_name="+"
    )
    starts_at = models.DateTimeField(_("from"), default=timezone.now)
    ends_at = models.DateTimeField(
        _("until"), help_text=_("Nothing leads longer than this: then the newest story takes over.")
    )
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("owner"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Who looks after it, and is asked when it ends."),
    )

    panels = ["place", "story", FieldRowPanel(["starts_at", "ends_at"]), "owner"]

    class Meta(Orderable.Meta):
        verbose_name = _("slot")
        verbose_name_plural = _("slots")

    @property
    def is_current(self):
        return self.starts_at <= timezone.now() < self.ends_at

    def clean(self):
        super().clean()
        if self.starts_at and self.ends_at and self.ends_at <= self.starts_at:
            raise ValidationError({"ends_at": _("The end must be after the beginning.")})
