from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TakedownsConfig(AppConfig):
    name = "coalition.takedowns"
    label = "takedowns"
    verbose_name = _("takedowns")

    def ready(self):
        from coalition.media import uploads
        from coalition.takedowns import departing, returning

        departing.listen()
        uploads.register(returning.refuse_what_was_taken_down)
