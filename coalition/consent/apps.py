from django.apps import AppConfig


class ConsentConfig(AppConfig):
    name = "coalition.consent"
    label = "consent"
