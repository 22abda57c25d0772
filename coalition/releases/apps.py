from django.apps import AppConfig


class ReleasesConfig(AppConfig):
    name = "coalition.releases"
    label = "releases"
