"""What surrounds every page, a row for each language."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldRowPanel, InlinePanel
from wagtail.fields import RichTextField
from wagtail.models import DraftStateMixin, Orderable, RevisionMixin

from coalition.facts import moment
from coalition.pages.querysets import all_pages
from coalition.pages.rows import TranslatedRow, one_a_language
from coalition.sitewide.links import MenuLink


class AroundPages(models.Model):
    """A published row that stands on every page of its language."""

    class Meta:
        abstract = True

    @property
    def standing(self):
        return {around(type(self), self.locale.language_code): self.pk} if self.live else {}


def around(model, language_code):
    """The tag of what stands around the pages of a language: its texts, menus or notices."""
    return f"around:{model._meta.label}:{language_code}"


class SiteTexts(AroundPages, TranslatedRow, DraftStateMixin, RevisionMixin, models.Model):
    """The site's own words in one language."""

    site_name = models.CharField(_("name of the site"), max_length=80)
    short_name = models.CharField(
        _("short name"),
        max_length=30,
        help_text=_("Follows the title of a page in browsers' tabs and in search results."),
    )
    tagline = models.CharField(
        _("tagline"),
        max_length=140,
        blank=True,
        help_text=_("Stands under the mark at the foot of every page."),
    )
    footer_note = RichTextField(
        _("footer note"),
        blank=True,
        features=["bold", "italic", "link", "fact"],
        help_text=_("The very last line of every page: how texts and pictures may be reused."),
    )
    privacy_page = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=_("page on privacy"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Linked from the foot of every page and from the question about cookies."),
    )
    accessibility_page = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=_("accessibility statement"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Linked from the foot of every page, even when a menu forgets it."),
    )

    panels = [
        *("site_name", "short_name", "tagline", "footer_note"),
        *("privacy_page", "accessibility_page"),
    ]

    class Meta(TranslatedRow.Meta):
        verbose_name = _("site texts")
        verbose_name_plural = _("site texts")
        constraints = [one_a_language("one_row_of_site_texts_a_language")]

    def __str__(self):
        return self.site_name


class Menu(AroundPages, TranslatedRow, DraftStateMixin, RevisionMixin, ClusterableModel):
    """Links in the header, or a column of links in the footer, in one language."""

    class Place(models.TextChoices):
        HEADER = "header", _("Header")
        FOOTER = "footer", _("Footer")

    place = models.CharField(_("place"), max_length=6, choices=Place.choices)
    heading = models.CharField(
        _("heading"), max_length=60, help_text=_("Shown over a column of the footer.")
    )
    position = models.PositiveSmallIntegerField(
        _("position"), default=1, help_text=_("Columns of the footer stand in this order.")
    )

    panels = [
        FieldRowPanel(["place", "heading", "position"]),
        InlinePanel("items", heading=_("Links"), label=_("link"), max_num=8),
    ]

    class Meta(TranslatedRow.Meta):
        ordering = ["place", "position"]
        verbose_name = _("menu")
        verbose_name_plural = _("menus")

    def __str__(self):
        return f"{self.get_place_display()}: {self.heading}"


class MenuItemQuerySet(models.QuerySet):
    def in_language(self, language_code):
        """The links of a language's published menus, in their order."""
        menus = self.filter(menu__live=True, menu__locale__language_code=language_code)
        return menus.order_by("menu__place", "menu__position", "menu", "sort_order")

    def readable(self):
        """Without links to pages that readers may not see."""
        return self.filter(Q(page=None) | Q(page__in=all_pages().readable()))


class MenuItem(Orderable):
    """One link: to a page of the site, or to an address."""

    menu = ParentalKey(Menu, on_delete=models.CASCADE, related_name="items")
    label = models.CharField(_("words"), max_length=60, blank=True)
    page = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=_("page"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="+",
    )
    address = models.CharField(
        _("or an address"),
        max_length=200,
        blank=True,
        help_text=_("Another site's, beginning with https://, or one of ours, with /."),
    )

    objects = MenuItemQuerySet.as_manager()

    panels = ["label", "page", "address"]

    class Meta(Orderable.Meta):
        verbose_name = _("link")
        verbose_name_plural = _("links")

    def __str__(self):
        return self.words

    @property
    def words(self):
        return self.label or (self.page.title if self.page_id else self.address)

    @property
    def as_link(self):
        """All that is shown of it, on whichever page."""
        way = (self.page.url, self.page.path) if self.page_id else (self.address,)
        return MenuLink(self.menu.place, self.menu_id, self.menu.heading, self.words, *way)

    def clean(self):
        super().clean()
        if bool(self.page_id) == bool(self.address):
            raise ValidationError({"page": _("Choose a page or write an address: one of the two.")})
        if self.address and not self.address.startswith(("/", "https://")):
            raise ValidationError({"address": _("Begin the address with https:// or with /.")})
        if self.address and not self.label:
            raise ValidationError({"label": _("Write the words people will click on.")})


class AlertBanner(AroundPages, TranslatedRow, DraftStateMixin, RevisionMixin, models.Model):
    """A message over every page of a language, while it is needed."""

    title = models.CharField(_("title"), max_length=80)
    text = RichTextField(_("text"), features=["bold", "link"])
    is_urgent = models.BooleanField(
        _("urgent"),
        default=False,
        help_text=_("Safety or security: stands out from everything else."),
    )
    show_from = models.DateTimeField(_("show from"), null=True, blank=True)
    show_until = models.DateTimeField(_("show until"), null=True, blank=True)

    panels = ["title", "text", "is_urgent", FieldRowPanel(["show_from", "show_until"])]

    class Meta(TranslatedRow.Meta):
        verbose_name = _("alert banner")
        verbose_name_plural = _("alert banners")

    def __str__(self):
        return self.title

    @property
    def is_shown(self):
        """Whether its time is now; that it is published is the query's to know."""
        begins, ends = self.show_from, self.show_until
        has_begun = begins is None or moment.has_come(begins)
        return has_begun and not (ends and moment.has_come(ends))

    def clean(self):
        super().clean()
        if self.show_from and self.show_until and self.show_until <= self.show_from:
            raise ValidationError({"show_until": _("The end must be after the beginning.")})
