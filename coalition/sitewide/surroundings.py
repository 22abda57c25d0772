"""All that stands around a page in the active language, read in as few queries as possible."""

from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from wagtail.models import Page

from coalition.delivery.kept import kept
from coalition.delivery.reading import row
from coalition.delivery.tags import wait_for, waiting_for
from coalition.pages.foresight import is_public
from coalition.pages.tree import DEPTH_OF_HOME_PAGES
from coalition.sitewide.languages import home_address, language_links
from coalition.sitewide.links import Column, Link
from coalition.sitewide.models import AlertBanner, Menu, MenuItem, SiteTexts, around

MOST_HEADER_LINKS = 5


class Surroundings:
    """Works without a page (search, a 404), and without a row in the database."""

    def __init__(self, request, page=None):
        self.request = request
        self.page = page
        self.language_code = get_language()

    @cached_property
    def texts(self):
        rows = self._published(SiteTexts).select_related("accessibility_page", "privacy_page")
        return self._kept("texts", rows.first) or SiteTexts(
            site_name=_("The Global Coalition against Daesh"), short_name=_("Global Coalition")
        )

    @cached_property
    def alert(self):
        banners = self._published(AlertBanner).order_by("-is_urgent", "-pk")
        kept_ones = self._kept("alerts", lambda: list(banners))
        return next((banner for banner in kept_ones if banner.is_shown), None)

    @cached_property
    def home_address(self):
        return home_address(self.language_code)

    @property
    def is_home(self):
        return self.request.path == self.home_address

    @cached_property
    def languages(self):
        return language_links(self.request, self.page)

    @property
    def header_links(self):
        items = [item for item in self._items if item.menu.place == Menu.Place.HEADER]
        return [self._link(item) for item in items[:MOST_HEADER_LINKS]]

    @cached_property
    def footer_columns(self):
        """The footer's menus; the last one always leads to privacy, cookies and accessibility."""
        menus = {}
        for item in self._items:
            if item.menu.place == Menu.Place.FOOTER:
                menus.setdefault(item.menu, []).append(self._link(item))
        columns = [Column(menu.heading, links) for menu, links in menus.items()]
        columns = columns or [Column(_("This site"), [])]
        present = {link.address for column in columns for link in column.links}
        columns[-1].links.extend(link for link in self._duties if link.address not in present)
        return columns

    @property
    def _duties(self):
        """Links that stand at the foot of every page, whatever the menus say."""
        if self.privacy_address:
            yield Link(_("Privacy"), self.privacy_address)
        if accessibility := address_of(self.texts.accessibility_page, self.request):
            yield Link(_("Accessibility"), accessibility)
        yield Link(_("Is this really ours?"), reverse("genuine"))
        yield Link(_("Cookies and your choice"), reverse("cookies"))

    @cached_property
    def privacy_address(self):
        return address_of(self.texts.privacy_page, self.request)

    @cached_property
    def _items(self):
        return self._kept("menus", self._items_now)

    def _items_now(self):
        items = MenuItem.objects.in_language(self.language_code)
        pages = items.exclude(page=None).values_list("page", flat=True)
        # A link appears as soon as readers may see its page.
        wait_for(*(row(Page, key) for key in pages))
        return list(items.readable().select_related("menu", "page"))

    def _published(self, model):
        return model.objects.filter(is_public(model), locale__language_code=self.language_code)

    def _kept(self, name, make):
        def make_noted():
            with waiting_for(around(self.language_code)):
                return make()

        return kept(f"{name}:{self.language_code}", make_noted)

    def _link(self, item):
        if item.page_id:
            return Link(item.words, item.page.get_url(self.request), self._current(item.page))
        return Link(item.words, item.address)

    def _current(self, target):
        """What `aria-current` says of a link: the reader is there, or somewhere below."""
        if not self.page or not self.page.path.startswith(target.path):
            return ""
        if self.page.path == target.path:
            return "page"
        return "true" if target.depth > DEPTH_OF_HOME_PAGES else ""


def address_of(page, request):
    """Nothing where there is no such page, or readers may not see it."""
    return page.get_url(request) if page and page.live else ""
