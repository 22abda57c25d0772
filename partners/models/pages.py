"""The public pages of the partners, one tree a language."""

from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.models import PageManager
from wagtail.search import index

from coalition.pages.blocks import StoryBody
from coalition.pages.models import BasePage
from partners.models.register import Partner, Region
from partners.querysets import PartnerPageQuerySet


class PartnerIndexPage(BasePage):
    """All partners, by region and by name."""

    disclaimer = RichTextField(
        _("disclaimer"),
        blank=True,
        features=["bold", "italic", "link"],
        help_text=_("What names and maps on this page do not mean."),
    )

    max_count_per_parent = 1
    parent_page_types = ["home.HomePage"]
    subpage_types = ["partners.PartnerPage"]

    content_panels = [*BasePage.content_panels, "disclaimer"]

    class Meta:
        verbose_name = _("partner index")
        verbose_name_plural = _("partner indexes")

    @cached_property
    def pages(self):
        """The pages of today's members, by name."""
        members = Partner.objects.members().with_names()
        pages = (
            PartnerPage.objects.readable()
            .in_language_of(self)
            .child_of(self)
            .filter(partner__in=Partner.objects.members())
            .prefetch_related(models.Prefetch("partner", members))
        )
        return sorted(pages, key=lambda page: page.title.casefold())

    @property
    def regions(self):
        """Pairs of a region's name and its states' pages; organisations come last."""
        groups = [
            (region.label, [page for page in self.pages if page.partner.region == region])
            for region in Region
        ]
        organisations = [page for page in self.pages if not page.partner.is_state]
        return [pair for pair in [*groups, (_("Organisations"), organisations)] if pair[1]]


class PartnerPage(BasePage):
    """A partner's part in the Coalition, told in one language; its facts stay in the register."""

    partner = models.ForeignKey(
        Partner, verbose_name=_("partner"), on_delete=models.PROTECT, related_name="pages"
    )
    body = StreamField(StoryBody(), verbose_name=_("body"), blank=True)

    objects = PageManager.from_queryset(PartnerPageQuerySet)()

    parent_page_types = ["partners.PartnerIndexPage"]
    subpage_types = []

    content_panels = [*BasePage.content_panels, "partner", FieldPanel("body")]

    search_fields = [*BasePage.search_fields, index.SearchField("body")]

    class Meta:
        verbose_name = _("partner page")
        verbose_name_plural = _("partner pages")
