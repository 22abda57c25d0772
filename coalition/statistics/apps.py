from django.apps import AppConfig


class StatisticsConfig(AppConfig):
    name = "coalition.statistics"
    label = "statistics"
