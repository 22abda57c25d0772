from django.apps import AppConfig

from coalition.delivery.reading import count_by_row
from coalition.releases import problems


class NewsConfig(AppConfig):
    name = "news"

    def ready(self):
        from news.feeds import hub
        from news.models import Topic
        from news.unfinished import unfinished_stories

        count_by_row(Topic)
        hub.listen()
        problems.register(unfinished_stories)
