from django.apps import AppConfig


class ViolationsConfig(AppConfig):
    name = "coalition.violations"
    label = "violations"
