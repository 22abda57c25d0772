from django.apps import AppConfig

from coalition.releases import problems


class NewsConfig(AppConfig):
    name = "news"

    def ready(self):
        from news.unfinished import unfinished_stories  # noqa: PLC0415 - models come first.

        problems.register(unfinished_stories)
