from django.apps import AppConfig


class ReportsConfig(AppConfig):
    name = "coalition.reports"
    label = "reports"

    def ready(self):
        from coalition.reports import exports

        exports.disarm_all()
