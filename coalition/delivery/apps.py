from django.apps import AppConfig


class DeliveryConfig(AppConfig):
    name = "coalition.delivery"
    label = "delivery"
