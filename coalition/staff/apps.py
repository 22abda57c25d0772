from django.apps import AppConfig


class StaffConfig(AppConfig):
    name = "coalition.staff"
    label = "staff"
