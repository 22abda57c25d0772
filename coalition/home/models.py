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

from coalition.about.models import AboutPage, LineOfEffortPage
from coalition.campaigns.models import CampaignPage
from coalition.delivery.kept import kept
from coalition.delivery.tags import waiting_for
from coalition.facts import moment
from coalition.home.front import Front, Place
from coalition.pages.models import BasePage
from coalition.pages.querysets import all_pages
from coalition.pages.standing import pages_like
from news.models import NewsIndexPage
from partners.models import PartnerIndexPage


class HomePage(BasePage):
    """What the Coalition wants seen first; what is not chosen is filled by rule."""

    YEAR_OF_FOUNDING = 2014

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
    def front(self):
        return Front(self)

    @cached_property
    def campaign(self):
        running = CampaignPage.objects.readable().child_of(self).running().newest_first()
        with waiting_for(pages_like(CampaignPage, self.locale_id)):
            return running.at_a_glance().first()

    @cached_property
    def lines_of_effort(self):
        lines = LineOfEffortPage.objects.readable().descendant_of(self).order_by("path")
        with waiting_for(pages_like(LineOfEffortPage, self.locale_id)):
            return list(lines.at_a_glance())

    @property
    def about(self):
        return self._sections.get(AboutPage)

    @property
    def news(self):
        return self._sections.get(NewsIndexPage)

    @property
    def partners(self):
        return self._sections.get(PartnerIndexPage)

    @cached_property
    def _sections(self):
        """The pages that stand once below this one, by their type."""
        pages = kept(f"sections:{self.pk}", self._sections_now)
        return {page.specific_class: page for page in pages}

    def _sections_now(self):
        types = (AboutPage, NewsIndexPage, PartnerIndexPage)
        # Only that there are such pages, and where.
        likes = [pages_like(model, self.locale_id) for model in types]
        with waiting_for(*likes, row_by_row=False):
            return list(all_pages().readable().child_of(self).type(*types))


class HomeSlotQuerySet(models.QuerySet):
    def in_use(self):
        """Those of published home pages, the ones that end first before all others."""
        return self.filter(page__live=True).order_by("ends_at", "pk")


class HomeSlot(Orderable):
    """A story in a place of honour, from one moment to another, with somebody answering for it."""

    Place = Place

    page = ParentalKey(HomePage, on_delete=models.CASCADE, related_name="slots")
    place = models.CharField(_("place"), max_length=10, choices=Place.choices, default=Place.LEAD)
    story = models.ForeignKey(
        "news.StoryPage", verbose_name=_("story"), on_delete=models.CASCADE, related_name="+"
    )
    starts_at = models.DateTimeField(_("from"), default=timezone.now)
    ends_at = models.DateTimeField(
        _("until"),
        help_text=_(
            "Nothing leads longer than this: then the newest news or statement takes over."
        ),
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

    objects = HomeSlotQuerySet.as_manager()

    panels = ["place", "story", FieldRowPanel(["starts_at", "ends_at"]), "owner"]

    class Meta(Orderable.Meta):
        verbose_name = _("slot")
        verbose_name_plural = _("slots")

    @property
    def is_current(self):
        return moment.has_come(self.starts_at) and not moment.has_come(self.ends_at)

    def clean(self):
        super().clean()
        if self.starts_at and self.ends_at and self.ends_at <= self.starts_at:
            raise ValidationError({"ends_at": _("The end must be after the beginning.")})
