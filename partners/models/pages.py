"""The public pages of the partners, one tree a language."""

from django.core.exceptions import ValidationError
from django.db import models
from django.http import Http404
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import InlinePanel
from wagtail.fields import RichTextField, StreamField
from wagtail.models import PageManager
from wagtail.rich_text import get_text_for_indexing
from wagtail.search import index

from coalition.delivery.kept import kept
from coalition.delivery.tags import waiting_for
from coalition.facts.templatetags.facts import fact
from coalition.pages.blocks import StoryBody
from coalition.pages.models import BasePage
from coalition.pages.standing import pages_like, standing_of
from partners.filters import GROUPS
from partners.listing import Listing
from partners.models.contributions import by_line_of_effort, page_about
from partners.models.register import Partner
from partners.names import alphabetical
from partners.neighbours import beside
from partners.querysets import PartnerPageQuerySet
from partners.register_tags import REGISTER, as_told, done_along


class PartnerIndexPage(BasePage):
    """All partners, by region and by name."""

    disclaimer = RichTextField(
        _("disclaimer"),
        blank=True,
        features=["bold", "italic", "link"],
        help_text=_("What names and maps on this page do not mean."),
    )

    at_a_glance = (*BasePage.at_a_glance, "disclaimer")
    parameters = {"region": [region for region, _name in GROUPS], "q": None}

    max_count_per_parent = 1
    parent_page_types = ["home.HomePage"]
    subpage_types = ["partners.PartnerPage"]

    content_panels = [*BasePage.content_panels, "disclaimer"]

    class Meta:
        verbose_name = _("partner index")
        verbose_name_plural = _("partner indexes")

    @property
    def standing(self):
        places = standing_of(self)
        is_readable = pages_like(type(self), self.locale_id) in places
        return places | as_told(self) if is_readable else places

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context["listing"] = Listing(self.members, request.GET)
        return context

    @property
    def title_on_card(self):
        """How many there are today; `counted_cards` has it drawn anew when that changes."""
        return fact("partners", "counted")

    @cached_property
    def members(self):
        """Today's partners by name, each with its `page` in this language, None if it has none."""
        pages = PartnerPage.objects.readable().child_of(self).at_a_glance()
        with waiting_for(REGISTER, pages_like(PartnerPage, self.locale_id)):
            page_of = {page.partner_id: page for page in pages}
            members = list(Partner.objects.members().at_a_glance())
        for partner in members:
            partner.page = page_of.get(partner.pk)
        return sorted(members, key=lambda partner: alphabetical(partner.name))


class PartnerPage(BasePage):
    """A partner's part in the Coalition, told in one language; its facts stay in the register."""

    kind_label = _("Partner")
    at_a_glance = (*BasePage.at_a_glance, "partner")

    partner = models.ForeignKey(
        Partner, verbose_name=_("partner"), on_delete=models.PROTECT, related_name="pages"
    )
    body = StreamField(StoryBody(), verbose_name=_("body"), blank=True)

    objects = PageManager.from_queryset(PartnerPageQuerySet)()

    parent_page_types = ["partners.PartnerIndexPage"]
    subpage_types = []

    content_panels = [
        *BasePage.content_panels,
        "partner",
        "body",
        InlinePanel(
            "contributions",
            heading=_("Contributions by line of effort"),
            label=_("contribution"),
            help_text=_("Readers see them in the order of the lines of effort."),
        ),
    ]

    search_fields = [
        *BasePage.search_fields,
        index.SearchField("body"),
        index.SearchField("contributions_in_words"),
    ]

    class Meta:
        verbose_name = _("partner page")
        verbose_name_plural = _("partner pages")

    @cached_property
    def index_page(self):
        return kept(f"partner-index:{self.path[: -self.steplen]}", self._index_page_now)

    def _index_page_now(self):
        with waiting_for():
            above = PartnerIndexPage.objects.parent_of(self).at_a_glance()
            return above.select_related("locale").get()

    @cached_property
    def contributions_by_line(self):
        return by_line_of_effort(self)

    @property
    def contributions_in_words(self):
        texts = (contribution.text for contribution in self.contributions.all())
        return " ".join(get_text_for_indexing(text) for text in texts)

    @property
    def partners_told_of(self):
        return (self.partner,)

    @property
    def standing(self):
        places = standing_of(self, self.partner_id)
        if pages_like(type(self), self.locale_id) not in places:
            return places
        told = self.contributions.values_list("line_of_effort__translation_key", "text", "source")
        along = {done_along(line, self.locale_id): tuple(words) for line, *words in told}
        about = {page_about(self.partner_id, self.locale_id): self.url_path}
        return places | along | about | as_told(self)

    @property
    def has_no_words(self):
        return not (self.body or self.contributions_by_line)

    @cached_property
    def neighbours(self):
        return beside(self)

    def clean(self):
        super().clean()
        twins = type(self).objects.filter(partner=self.partner_id, locale=self.locale_id)
        if self.partner_id and twins.exclude(pk=self.pk).exists():
            raise ValidationError({"partner": _("This partner has a page in this language.")})

    def route(self, request, path_components):
        """A partner that is not published has no public page, whatever was written for it."""
        if not self.partner.live:
            raise Http404
        return super().route(request, path_components)
