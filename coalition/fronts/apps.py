from django.apps import AppConfig
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _

from coalition.delivery.purged import pages_purged
from coalition.fronts.naming import fronts


class FrontsConfig(AppConfig):
    name = "coalition.fronts"
    label = "fronts"
    verbose_name = _("front caches")

    def ready(self):
        from coalition.fronts import queue

        if fronts() and not settings.PAGE_STORE:
            raise ImproperlyConfigured("FRONT_CACHES needs PAGE_STORE: without, no page has tags.")
        pages_purged.connect(queue.note, dispatch_uid="fronts")
