from django.apps import AppConfig


class PartnersConfig(AppConfig):
    name = "partners"

    def ready(self):
        from partners import membership_facts  # noqa: PLC0415 - models must be loaded first.

        membership_facts.register_all()
