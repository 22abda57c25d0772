from django.apps import AppConfig

from coalition.delivery.reading import count_by_row


class PartnersConfig(AppConfig):
    name = "partners"

    def ready(self):
        # Models come first.
        from partners import counted_cards, membership_facts, search_names
        from partners.models import Partner

        count_by_row(Partner)
        membership_facts.register_all()
        search_names.register()
        counted_cards.listen()
