"""Stories, their topics and their listing."""

from news.models.hub_ping import HubPing
from news.models.kind_fields import Issuer
from news.models.listing import NewsIndexPage
from news.models.story import StoryPage
from news.models.topic import Topic

__all__ = ["HubPing", "Issuer", "NewsIndexPage", "StoryPage", "Topic"]
