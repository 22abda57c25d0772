from django.apps import AppConfig, apps


class AuditConfig(AppConfig):
    name = "coalition.audit"
    label = "audit"

    def ready(self):
        from coalition.audit import listening

        listening.listen()
        if apps.is_installed("allauth.mfa"):
            from coalition.audit import second_factor

            second_factor.listen()
