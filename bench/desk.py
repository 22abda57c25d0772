"""Somebody who publishes a story of one language again and again, and where readers see it."""

from time import monotonic

from bench.office import PUBLISHER
from coalition.staff.models import User
from news.models import NewsIndexPage, StoryPage

# What readers look for: the running number of what was published.
EDITION = "edition-"


class Desk:
    """The newest story of a language, which stands in all of its lists."""

    def __init__(self, language: str) -> None:
        self.index = NewsIndexPage.objects.get(locale__language_code=language)
        stories = StoryPage.objects.readable().child_of(self.index).newest_first()
        self.story = stories.filter(topics__isnull=False).first()
        self.title = self.story.title
        self.publisher = User.objects.get(username=PUBLISHER)
        self.edition = 0
        self.places = {
            "home": f"/{language}/",
            "listing": self.index.url,
            "story": self.story.url,
            "topic": f"{self.index.url}?topic={self.story.topics.first().slug}",
            "feed": f"{self.index.url}feed/",
        }

    def publish(self) -> float:
        """As the back office does; when it was done."""
        page = StoryPage.objects.get(pk=self.story.pk)
        page.title = f"{EDITION}{self.edition + 1} {self.title}"
        page.listing_title = ""
        page.save_revision(user=self.publisher).publish(user=self.publisher)
        self.edition += 1
        return monotonic()
