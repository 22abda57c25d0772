from django.apps import AppConfig

from coalition.releases import problems


class DeskConfig(AppConfig):
    name = "coalition.desk"
    label = "desk"

    def ready(self):
        from coalition.desk.links import finding
        from coalition.desk.ordinals import untrue_numbers

        finding.listen()
        problems.register(untrue_numbers)
