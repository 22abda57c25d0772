from django.apps import AppConfig

from coalition.staff.demo_mode import refuse_demo_in_public


class StaffConfig(AppConfig):
    name = "coalition.staff"
    label = "staff"

    def ready(self):
        refuse_demo_in_public()
