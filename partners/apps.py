from django.apps import AppConfig


class PartnersConfig(AppConfig):
    name = "partners"

    def ready(self):
        # Models come first.
        from partners import counted_cards, membership_facts, search_names  # noqa: PLC0415

        membership_facts.register_all()
        search_names.register()
        counted_cards.listen()
