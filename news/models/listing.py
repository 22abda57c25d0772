"""The page that lists stories."""

from django.utils.translation import gettext_lazy as _

from coalition.pages.models import BasePage
from news.listing import Listing


class NewsIndexPage(BasePage):
    """All stories of a language, newest first, filtered as the reader likes."""

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
