"""Where a reader can go from every page: the menus in the header and at the foot."""

from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail.models import Page

from coalition.delivery.reading import glance, row
from coalition.delivery.tags import wait_for, waiting_for
from coalition.pages.tree import DEPTH_OF_HOME_PAGES
from coalition.sitewide.links import Column, Link
from coalition.sitewide.models import Menu, MenuItem, kept_around

MOST_HEADER_LINKS = 5


class Menus:
    """Those of a language, as they look from a page, or from where there is none."""

    def __init__(self, language_code, page):
        self.language_code = language_code
        self.page = page

    def header_links(self):
        links = [link for link in self._links if link.place == Menu.Place.HEADER]
        return [self._seen_from_here(link) for link in links[:MOST_HEADER_LINKS]]

    def footer_columns(self, duties):
        """The footer's menus; the last one leads to these duties as well, where none does."""
        menus = {}
        for link in self._links:
            if link.place == Menu.Place.FOOTER:
                menu = menus.setdefault(link.menu, Column(link.heading, []))
                menu.links.append(self._seen_from_here(link))
        columns = list(menus.values())
        columns = columns or [Column(_("This site"), [])]
        present = {link.address for column in columns for link in column.links}
        columns[-1].links.extend(link for link in duties if link.address not in present)
        return columns

    @property
    def place_in_footer(self):
        """Of the page, if the footer leads right there; elsewhere it always looks the same."""
        paths = {link.path for link in self._links if link.place == Menu.Place.FOOTER}
        return self.page.path if self.page and self.page.path in paths else ""

    @cached_property
    def _links(self):
        return kept_around(Menu, self.language_code, self._links_now)

    def _links_now(self):
        items = MenuItem.objects.in_language(self.language_code)
        # A link appears as soon as readers may see its page.
        for menu, page in items.values_list("menu", "page"):
            wait_for(row(Menu, menu), *([glance(Page, page)] if page else []))
        with waiting_for(row_by_row=False):
            return [item.as_link for item in items.readable().select_related("menu", "page")]

    def _seen_from_here(self, link):
        return Link(link.words, link.address, self._current(link.path))

    def _current(self, path):
        """What `aria-current` says of a link: the reader is there, or somewhere below."""
        if not path or not self.page or not self.page.path.startswith(path):
            return ""
        if self.page.path == path:
            return "page"
        return "true" if len(path) > DEPTH_OF_HOME_PAGES * Page.steplen else ""
