"""A demo may do without second factors, as long as nobody else can reach it."""

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

LOCAL = {"127.0.0.1", "localhost", "[::1]", "::1"}


def refuse_demo_in_public():
    """Every start comes by here: a server's, and each command's."""
    hosts = {settings.SITE_HOST, *settings.ALLOWED_HOSTS}
    is_public = settings.SITE_IS_SECURE or not hosts <= LOCAL
    if settings.DEMO_WITHOUT_SECOND_FACTOR and is_public:
        raise ImproperlyConfigured(
            "DEMO_WITHOUT_SECOND_FACTOR lets people in by a password alone: it is for a site at "
            "http://127.0.0.1 or http://localhost that answers to no other name."
        )
