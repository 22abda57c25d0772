from django.apps import AppConfig

from coalition.delivery.reading import count_by_row


class NewsConfig(AppConfig):
    name = "news"

    def ready(self):
        from news.feeds import hub
        from news.models import Topic

        count_by_row(Topic)
        hub.listen()
