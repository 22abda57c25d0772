from django.apps import AppConfig


class CardsConfig(AppConfig):
    name = "coalition.cards"
    label = "cards"

    def ready(self):
        from coalition.cards import keeping  # noqa: PLC0415 - models must be loaded first.

        keeping.listen()
