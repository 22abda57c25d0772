from django.apps import AppConfig

from coalition.releases import problems


class DeskConfig(AppConfig):
    name = "coalition.desk"
    label = "desk"

    def ready(self):
        from coalition.desk.links import finding  # noqa: PLC0415
        from coalition.desk.ordinals import untrue_numbers  # noqa: PLC0415 - models come first.

        finding.listen()
        problems.register(untrue_numbers)
