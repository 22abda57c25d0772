from django.apps import AppConfig


class FactsConfig(AppConfig):
    name = "coalition.facts"
    label = "facts"

    def ready(self):
        from coalition.facts import noting

        noting.listen()
