"""Stories, their topics and their listing."""

from news.models.kind_fields import Issuer
from news.models.listing import NewsIndexPage
from news.models.story import StoryPage
from news.models.topic import Topic

__all__ = ["Issuer", "NewsIndexPage", "StoryPage", "Topic"]
