"""Stories, their topics and their listing."""

from news.models.listing import NewsIndexPage
from news.models.story import StoryPage, Topic

__all__ = ["NewsIndexPage", "StoryPage", "Topic"]
