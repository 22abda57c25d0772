from django.apps import AppConfig


class SearchConfig(AppConfig):
    name = "coalition.search"
    label = "search"

    def ready(self):
        from coalition.search import indexing  # noqa: PLC0415 - models must be loaded first.

        indexing.listen()
