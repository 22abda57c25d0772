"""A listing as an Atom feed: the newest stories that pass its filters."""

from datetime import UTC, datetime, time
from urllib.parse import urljoin

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.utils.feedgenerator import Atom1Feed

from coalition.facts.templatetags.facts import plain


class StoryFeed(Feed):
    """Addresses in it are those of the site, whatever host the reader came by."""

    feed_type = Atom1Feed

    def __init__(self, listing):
        self.listing = listing
        self.page = listing.index_page

    def title(self):
        return self.page.title

    def subtitle(self):
        return plain(self.page.teaser, self.page)

    def link(self):
        return absolute(self.page) + self.listing.address

    def feed_url(self):
        return urljoin(absolute(self.page), "feed/") + self.listing.address

    def items(self):
        return self.listing.stories

    def item_title(self, story):
        return story.title

    def item_description(self, story):
        return plain(story.teaser, story)

    def item_link(self, story):
        return absolute(story)

    def item_pubdate(self, story):
        return datetime.combine(story.date, time.min, UTC)

    def item_updateddate(self, story):
        return max(story.last_published_at, self.item_pubdate(story))

    def item_categories(self, story):
        return [story.kind_label]


def absolute(page):
    return urljoin(settings.SITE_URL, page.url)
