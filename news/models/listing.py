"""The page that lists stories."""

from urllib.parse import urlencode

from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.routable_page.models import RoutablePageMixin, path

from coalition.pages.models import BasePage
from news.feeds import atom, json_feed
from news.feeds.answer import feed_response
from news.listing import Listing, Selection
from news.options import options

# Where a page of the list begins: after or before any of its stories.
PLACES = {"before": None, "after": None}


class NewsIndexPage(RoutablePageMixin, BasePage):
    """All stories of a language, newest first, filtered as the reader likes."""

    max_count_per_parent = 1
    parent_page_types = ["home.HomePage"]
    subpage_types = ["news.StoryPage"]

    class Meta:
        verbose_name = _("news index")
        verbose_name_plural = _("news indexes")

    @property
    def parameters(self):
        offered = options(self).items()
        return {name: [word for word, *_ in choices] for name, choices in offered} | PLACES

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context["listing"] = Listing(self, request.GET)
        return context

    def serve(self, request, view=None, args=None, kwargs=None):
        """Without a place where there are none: in feeds, and where a filter is not understood."""
        if PLACES.keys().isdisjoint(request.GET) or (
            view == self.index_route and Selection(self, request.GET).is_understood
        ):
            return super().serve(request, view, args, kwargs)
        rest = {name: value for name, value in request.GET.items() if name not in PLACES}
        return redirect(f"{request.path}?{urlencode(rest)}")

    @path("feed/", name="feed")
    def feed(self, request):
        """The same stories for feed readers; they take the filters that the listing takes."""
        return feed_response(request, self, atom.MEDIA_TYPE)

    @path("feed/json/", name="feed_as_json")
    def feed_as_json(self, request):
        """Others know it as `feed.json`."""
        return feed_response(request, self, json_feed.MEDIA_TYPE)
