"""Links in the header and in the footer."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldRowPanel, InlinePanel
from wagtail.models import DraftStateMixin, Orderable, RevisionMixin

from coalition.pages.querysets import all_pages
from coalition.pages.rows import TranslatedRow
from coalition.sitewide.links import MenuLink
from coalition.sitewide.models.around import AroundPages


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
