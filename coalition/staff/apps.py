from django.apps import AppConfig
from django.core.checks import Tags, register

from coalition.staff.checks import check_breached_passwords
from coalition.staff.demo_mode import refuse_demo_in_public


class StaffConfig(AppConfig):
    name = "coalition.staff"
    label = "staff"

    def ready(self):
        from coalition.staff.sign_in import noting

        noting.listen()
        refuse_demo_in_public()
        register(check_breached_passwords, Tags.security)
