from django.apps import AppConfig


class ReportsConfig(AppConfig):
    name = "coalition.reports"
    label = "reports"

    def ready(self):
        from coalition.reports import exports  # noqa: PLC0415 - models must be loaded first.

        exports.disarm_all()
