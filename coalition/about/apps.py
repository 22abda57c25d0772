from django.apps import AppConfig


class AboutConfig(AppConfig):
    name = "coalition.about"
    label = "about"
