from django.apps import AppConfig


class SocialConfig(AppConfig):
    name = "coalition.social"
    label = "social"
