"""What every page shares, and the plain page for all that is not news."""

from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page, PageViewRestriction
from wagtail.search import index

from coalition.pages.amendments import Correction, Withdrawal
from coalition.pages.blocks import StandardBody
from coalition.pages.counted_input import CountedInput
from coalition.pages.finding import Finding
from coalition.pages.folded_text import FoldedText
from coalition.pages.forms import PageForm
from coalition.pages.imprint import Imprint
from coalition.pages.in_one_language import InOneLanguage
from coalition.pages.lacks import what_it_lacks
from coalition.pages.querysets import ReadableManager
from coalition.pages.row_translation import RowTranslation
from coalition.pages.social_card import SocialCard
from coalition.pages.standing import standing_of
from coalition.pages.translation import Translation
from coalition.pages.ways import look_up_links

__all__ = [
    "BasePage",
    "Correction",
    "Imprint",
    "RowTranslation",
    "SocialCard",
    "StandardPage",
    "Translation",
    "Withdrawal",
]


class BasePage(InOneLanguage, FoldedText, Page):
    """A page that can be listed, shared, corrected and withdrawn."""

    # What cards, lists and links show of it (see `delivery.reading`).
    at_a_glance = (
        *("title", "listing_title", "teaser", "picture"),
        *("live", "url_path", "locale", "translation_key"),
    )
    # What a reader who meets the page in a list is told that it is.
    kind_label = _("Page")
    # What may stand behind the question mark, by name: the values that are understood, None for
    # any. All else is left out, or called not understood, before anybody sees it.
    parameters = {}
    # What its address has told of it (see `routing`); nothing, if it was found another way.
    finding = Finding()

    listing_title = models.CharField(
        _("title in lists"),
        max_length=90,
        blank=True,
        help_text=_("A shorter title for lists and cards. Empty, the title itself is shown."),
    )
    teaser = RichTextField(
        _("teaser"),
        blank=True,
        features=["fact"],
        help_text=_("One or two sentences that make somebody read on."),
    )
    picture = models.ForeignKey(
        "media.Picture",
        verbose_name=_("picture"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("Stands on top of the page, in lists, and where the page is shared."),
    )
    picture_alt = models.CharField(
        _("alt text"),
        max_length=250,
        blank=True,
        help_text=_("Say what one sees to somebody on the telephone."),
    )
    picture_caption = models.CharField(
        _("caption"),
        max_length=250,
        blank=True,
        help_text=_("Who, where, when. The credit is added by itself."),
    )

    objects = ReadableManager()

    base_form_class = PageForm

    content_panels = [
        *Page.content_panels,
        "teaser",
        MultiFieldPanel(["picture", "picture_alt", "picture_caption"], heading=_("Picture")),
    ]
    promote_panels = [
        MultiFieldPanel([FieldPanel("listing_title", widget=CountedInput)], heading=_("In lists")),
        MultiFieldPanel(
            ["slug", "seo_title", "search_description"], heading=_("For search engines")
        ),
    ]
    settings_panels = [
        *Page.settings_panels,
        InlinePanel("corrections", heading=_("Corrections"), label=_("correction")),
        InlinePanel("withdrawals", heading=_("Withdrawal"), label=_("withdrawal"), max_num=1),
    ]

    search_fields = [
        *Page.search_fields,
        index.SearchField("teaser"),
        index.FilterField("locale"),
        *FoldedText.folded_search_fields,
    ]

    class Meta:
        abstract = True

    @property
    def title_in_lists(self):
        return self.listing_title or self.title

    @property
    def title_on_card(self):
        """What stands large where the page is shared without a picture."""
        return self.title_in_lists

    @property
    def facts_day(self):
        """The day this page's facts are told for; None on a page that is kept up to date."""
        return None

    @property
    def partners_told_of(self):
        """The partners under whose names a search can be narrowed to this page."""
        return ()

    @cached_property
    def withdrawal(self):
        return self.withdrawals.first() if self.finding.may_be_withdrawn else None

    @cached_property
    def corrections_shown(self):
        corrections = list(self.corrections.all()) if self.finding.may_be_corrected else []
        look_up_links(correction.text for correction in corrections)
        return corrections

    @property
    def standing(self):
        """In which lists readers find it."""
        return standing_of(self)

    @property
    def lacks(self):
        """What keeps it from readers, in sentences by field."""
        return what_it_lacks(self)

    def get_view_restrictions(self):
        if not self.finding.may_be_restricted:
            return PageViewRestriction.objects.none()
        restrictions = super().get_view_restrictions()
        # Wagtail asks for those on the page it repeats, not for those above that one.
        if self.alias_of:
            restrictions |= self.alias_of.get_view_restrictions()
        return restrictions

    @property
    def card(self):
        """What was drawn for where this page is shared; None if it shows its own picture."""
        return getattr(self._among_alternates(self.pk), "social_card", None)


class StandardPage(BasePage):
    """Privacy, accessibility, terms, contact: what is read rarely and must be right."""

    body = StreamField(StandardBody(), verbose_name=_("body"), blank=True)

    parent_page_types = ["home.HomePage", "pages.StandardPage"]
    subpage_types = ["pages.StandardPage"]

    content_panels = [*BasePage.content_panels, FieldPanel("body")]

    search_fields = [*BasePage.search_fields, index.SearchField("body")]

    class Meta:
        verbose_name = _("standard page")
        verbose_name_plural = _("standard pages")

    @property
    def page_above(self):
        """The standard page that this one belongs to, if any."""
        parent = self.get_parent()
        return parent if parent.specific_class is StandardPage else None
