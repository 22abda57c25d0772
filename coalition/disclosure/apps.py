from django.apps import AppConfig
from django.core.checks import Tags, register


class DisclosureConfig(AppConfig):
    name = "coalition.disclosure"
    label = "disclosure"

    def ready(self) -> None:
        from coalition.disclosure.checks import check_security_txt

        register(check_security_txt, Tags.security)
