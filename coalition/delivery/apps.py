from django.apps import AppConfig
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from coalition.delivery import listening

SHARED_BY_MACHINES = ("redis://", "rediss://")


class DeliveryConfig(AppConfig):
    name = "coalition.delivery"
    label = "delivery"

    def ready(self) -> None:
        refuse_a_cache_of_one_machine()
        listening.listen(self)


def refuse_a_cache_of_one_machine() -> None:
    """A change on one machine would leave what others keep in memory as it was, for minutes."""
    is_folder = settings.CACHES["default"]["BACKEND"].endswith(".FileBasedCache")
    if settings.PAGE_STORE.startswith(SHARED_BY_MACHINES) and is_folder:
        raise ImproperlyConfigured(
            "PAGE_STORE names a Redis that machines share: CACHE_URL has to name one as well."
        )
