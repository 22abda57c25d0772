"""Which stories a listing shows for the filters in its address."""

from urllib.parse import urlencode

from coalition.pages.paging import PagedList
from news.filters import StoryFilters
from news.models.story import StoryPage


class Listing:
    """The stories that pass the filters, a page at a time."""

    STORIES_A_PAGE = 10

    def __init__(self, index_page, parameters):
        self.index_page = index_page
        stories = StoryPage.objects.readable().in_language_of(index_page).newest_first()
        self.filters = StoryFilters(parameters, index_page)
        self.stories = PagedList(
            self.filters.narrow(stories).for_cards(),
            parameters.get("page", 1),
            self.STORIES_A_PAGE,
            self.filters.parameters,
        )

    @property
    def is_narrowed(self):
        return bool(self.filters.parameters)

    @property
    def feed_address(self):
        """Empty where a filter was not understood: what a stranger wrote is not repeated."""
        return f"feed/{self.address}" if self.filters.is_valid() else ""

    @property
    def address(self):
        """The filters as they stand behind a question mark, empty where there are none."""
        return f"?{urlencode(self.filters.parameters)}" if self.is_narrowed else ""
