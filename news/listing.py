"""Which stories a listing shows for the filters in its address."""

from urllib.parse import urlencode

from django.db.models import Exists
from django.http import Http404
from django.utils.functional import cached_property

from coalition.delivery.kept import kept
from coalition.delivery.tags import wait_for, waiting_for
from coalition.pages.cursor import DayCursor, UnreadableCursor
from news.filters import StoryFilters
from news.models.story import StoryPage
from news.standing import Passing


class Selection:
    """The stories of an index that pass the filters, newest first."""

    # Of more, readers learn that they are more: to count them all costs more in a longer archive.
    MOST_COUNTED = 1000

    def __init__(self, index_page, parameters):
        self.index_page = index_page
        self.filters = StoryFilters(parameters, index_page)
        self.every = StoryPage.objects.readable().in_language_of(index_page).newest_first()
        self.passing = self.filters.narrow(self.every)

    @cached_property
    def announced_by(self):
        """What announces that a story joins or leaves the selection."""
        return Passing(self.index_page.locale_id, **self.filters.wanted)

    @property
    def is_narrowed(self):
        return bool(self.filters.parameters)

    @property
    def is_understood(self):
        return self.filters.is_valid()

    @property
    def address(self):
        """The filters as they stand behind a question mark; empty where there are none.

        Empty too where one was not understood: what a stranger wrote is not repeated.
        """
        is_empty = not self.is_narrowed or not self.is_understood
        return "" if is_empty else f"?{urlencode(self.filters.parameters)}"

    @cached_property
    def count(self):
        """How many stories pass; only the first page tells, so that no other grows old."""
        key = f"stories:{self.index_page.pk}:{self.address}"
        counted = self.passing.order_by()[: self.MOST_COUNTED + 1]
        return kept(key, counted.count, self.announced_by.tags) if self.is_understood else 0

    @property
    def is_long(self):
        return self.count > self.MOST_COUNTED

    @property
    def feeds(self):
        """Where the same stories are as feeds, by media type."""
        return feed_addresses(self.address) if self.is_understood else {}

    @property
    def feed_address(self):
        """Of the feed that a reader is offered in words."""
        return next(iter(self.feeds.values()), "")

    @property
    def is_worth_finding(self):
        """Whether search engines should know it: filters can be combined without end."""
        return self.is_understood and len(self.filters.parameters) <= 1


class Listing(Selection):
    """The stories that pass the filters, some at a time.

    A page of the list begins after a story, not at a number: whatever is published meanwhile,
    nobody meets a story twice, and what an older page shows stays as it is.
    """

    STORIES_A_PAGE = 10

    def __init__(self, index_page, parameters):
        super().__init__(index_page, parameters)
        try:
            self.before = self._beginning(parameters)
        except UnreadableCursor:
            raise Http404 from None
        if self.before and not self._found:
            raise Http404

    @property
    def stories(self):
        return self._found[: self.STORIES_A_PAGE]

    @property
    def is_last(self):
        return len(self._found) == len(self.stories)

    @cached_property
    def _found(self):
        """One more than is shown: it tells whether there are others."""
        following = self.passing
        if self.before:
            following = following.before(self.before).filter(Exists(self._at(self.before)))
        with waiting_for():
            found = list(following.for_cards()[: self.STORIES_A_PAGE + 1])
        wait_for(*self._tags_of_page(found))
        return found

    def _beginning(self, parameters):
        """After which story this page begins; None if with the newest one."""
        if before := parameters.get("before"):
            return DayCursor.read(before)
        if after := parameters.get("after"):
            place = DayCursor.read(after)
            newer = self.passing.after(place).values_list("date", "pk")
            with waiting_for(*self.announced_by.tags):
                newer = list(newer[: self.STORIES_A_PAGE + 1])
                if not self._at(place).exists():
                    raise UnreadableCursor(after)
            return DayCursor(*newer[-1]) if len(newer) > self.STORIES_A_PAGE else None
        return None

    def _at(self, place):
        """The story there, if readers find one: made-up places would be pages without end."""
        return self.every.filter(date=place.day, pk=place.pk)

    def _tags_of_page(self, found):
        """Older pages wait for what happens in their own days."""
        if not self.before:
            return self.announced_by.tags
        oldest = found[-1].date if len(found) > self.STORIES_A_PAGE else None
        return self.announced_by.of_part(self.before.day, oldest)

    @property
    def older_address(self):
        return "" if self.is_last else self._address(before=self.stories[-1].place_in_lists)

    @property
    def newer_address(self):
        return (
            self._address(after=self.stories[0].place_in_lists)
            if self.before and self.stories
            else ""
        )

    def _address(self, **place):
        return f"?{urlencode(self.filters.parameters | place)}"

    @property
    def own_address(self):
        """How this page of the list names itself: its filters in their order, and its place."""
        if not self.is_understood:
            return ""
        return self._address(before=self.before) if self.before else self.address


def feed_addresses(filters):
    """Beside the listing's own address."""
    return {
        "application/atom+xml": f"feed/{filters}",
        "application/feed+json": f"feed.json{filters}",
    }
