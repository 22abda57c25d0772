from django.apps import AppConfig


class CardsConfig(AppConfig):
    name = "coalition.cards"
    label = "cards"

    def ready(self):
        from coalition.cards import keeping

        keeping.listen()
