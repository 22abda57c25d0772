"""All that stands around a page in the active language, read in as few queries as possible."""

from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from wagtail.models import Page

from coalition.delivery.reading import glance, row
from coalition.delivery.tags import wait_for, waiting_for
from coalition.pages.foresight import is_public
from coalition.pages.querysets import all_pages
from coalition.sitewide.languages import home_address, language_links
from coalition.sitewide.links import Link
from coalition.sitewide.models import AlertBanner, SiteTexts, kept_around
from coalition.sitewide.navigation import Menus


class Surroundings:
    """Works without a page (search, a 404), and without a row in the database."""

    def __init__(self, request, page=None):
        self.request = request
        self.page = page
        self.language_code = get_language()

    @cached_property
    def texts(self):
        return self._kept(SiteTexts, self._texts_now) or SiteTexts(
            site_name=_("The Global Coalition against Daesh"), short_name=_("Global Coalition")
        )

    def _texts_now(self):
        """They lead to no page that readers may not see."""
        with waiting_for(row_by_row=False):
            texts = self._published(SiteTexts).first()
            if texts:
                linked = (texts.accessibility_page_id, texts.privacy_page_id)
                wait_for(row(SiteTexts, texts.pk), *(glance(Page, key) for key in linked if key))
                public = all_pages().readable().in_bulk(linked)
                texts.accessibility_page, texts.privacy_page = map(public.get, linked)
        return texts

    @cached_property
    def alert(self):
        banners = self._published(AlertBanner).order_by("-is_urgent", "-pk")
        kept_ones = self._kept(AlertBanner, lambda: list(banners))
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

    @cached_property
    def header_links(self):
        return self._menus.header_links()

    @cached_property
    def footer_columns(self):
        return self._menus.footer_columns(self._duties)

    @property
    def place_in_footer(self):
        return self._menus.place_in_footer

    @cached_property
    def _menus(self):
        return Menus(self.language_code, self.page)

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

    def _published(self, model):
        return model.objects.filter(is_public(model), locale__language_code=self.language_code)

    def _kept(self, model, make):
        return kept_around(model, self.language_code, make)


def address_of(page, request):
    """Nothing where there is no such page."""
    return page.get_url(request) if page else ""
