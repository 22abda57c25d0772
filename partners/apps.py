from django.apps import AppConfig


class PartnersConfig(AppConfig):
    name = "partners"

    def ready(self):
        from partners import membership_facts, search_names  # noqa: PLC0415 - models come first.

        membership_facts.register_all()
        search_names.register()
