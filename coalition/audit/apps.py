from django.apps import AppConfig, apps


class AuditConfig(AppConfig):
    name = "coalition.audit"
    label = "audit"

    def ready(self):
        from coalition.audit import listening  # noqa: PLC0415 - models must be loaded first.

        listening.listen()
        if apps.is_installed("allauth.mfa"):
            from coalition.audit import second_factor  # noqa: PLC0415

            second_factor.listen()
