from django.apps import AppConfig

from coalition.delivery.reading import count_by_row
from coalition.releases import problems


class NewsConfig(AppConfig):
    name = "news"

    def ready(self):
        from news.feeds import hub  # noqa: PLC0415
        from news.models import Topic  # noqa: PLC0415
        from news.unfinished import unfinished_stories  # noqa: PLC0415 - models come first.

        count_by_row(Topic)
        hub.listen()
        problems.register(unfinished_stories)
