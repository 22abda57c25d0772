"""The page that lists stories."""

from django.utils.translation import gettext_lazy as _
from wagtail.contrib.routable_page.models import RoutablePageMixin, path

from coalition.pages.models import BasePage
from news.feed import StoryFeed
from news.filters import StoryFilters
from news.listing import Listing


class NewsIndexPage(RoutablePageMixin, BasePage):
    """All stories of a language, newest first, filtered as the reader likes."""

    parameters = (*StoryFilters.base_fields, "page")

    max_count_per_parent = 1
    parent_page_types = ["home.HomePage"]
    subpage_types = ["news.StoryPage"]

    class Meta:
        verbose_name = _("news index")
        verbose_name_plural = _("news indexes")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context["listing"] = Listing(self, request.GET)
        return context

    @path("feed/", name="feed")
    def feed(self, request):
        """The same stories for feed readers; they take the filters that the listing takes."""
        return StoryFeed(Listing(self, request.GET))(request)
