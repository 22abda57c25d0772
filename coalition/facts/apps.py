from django.apps import AppConfig


class FactsConfig(AppConfig):
    name = "coalition.facts"
    label = "facts"
