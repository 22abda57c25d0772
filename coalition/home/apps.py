from django.apps import AppConfig


class HomeConfig(AppConfig):
    name = "coalition.home"
    label = "home"
