from django.apps import AppConfig


class SearchConfig(AppConfig):
    name = "coalition.search"
    label = "search"

    def ready(self):
        from coalition.search import indexing

        indexing.listen()
