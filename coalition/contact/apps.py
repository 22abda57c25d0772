from django.apps import AppConfig


class ContactConfig(AppConfig):
    name = "coalition.contact"
    label = "contact"
