from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TakedownsConfig(AppConfig):
    name = "coalition.takedowns"
    label = "takedowns"
    verbose_name = _("takedowns")

    def ready(self):
        from coalition.takedowns import departing

        departing.listen()
