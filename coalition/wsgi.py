"""The door a WSGI server enters by."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "coalition.settings")

django_application = get_wsgi_application()

# They need the settings.
from coalition.consent.clearing import brings_what_must_go  # noqa: E402
from coalition.delivery.light.door import SparedLines  # noqa: E402
from coalition.delivery.requests import in_utf_8  # noqa: E402
from coalition.delivery.store.site import behind_the_door  # noqa: E402
from coalition.fronts.saying import says_to_fronts  # noqa: E402
from coalition.statistics.keeping import counter, reads_from_outside  # noqa: E402

application = SparedLines(
    behind_the_door(
        in_utf_8(django_application),
        counter(),
        brings_what_must_go,
        most_read=reads_from_outside,
        says=says_to_fronts(),
    )
)
