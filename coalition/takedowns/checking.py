"""Asks for every address of a takedown, as a visitor would, and notes what was answered."""

from io import BytesIO

from django.conf import settings
from django.core.files.storage import default_storage
from django.core.handlers.base import BaseHandler
from django.core.handlers.wsgi import WSGIRequest
from django.utils import timezone
from django.utils.translation import get_language, override


def check(takedown):
    """Ours answer without a network; what a cache in front still keeps, only that cache knows."""
    ask = VisitorHandler()
    for address in takedown.addresses.all():
        address.status = ask.status_of(address.path)
        address.has_file = default_storage.exists(stored_name(address.path))
        address.checked_at = timezone.now()
        address.save(update_fields=["status", "has_file", "checked_at"])


def stored_name(path):
    return path.removeprefix(settings.MEDIA_URL).lstrip("/")


class VisitorHandler(BaseHandler):
    """All that answers a visitor, from the first middleware to the view."""

    def __init__(self):
        self.load_middleware()

    def status_of(self, path):
        # The visitor's language is not that of whoever asks here.
        with override(get_language()):
            response = self.get_response(request_for(path))
        # Not `close()`, which says to Django that the request at hand has ended.
        for close in response._resource_closers:
            close()
        return response.status_code


def request_for(path):
    return WSGIRequest(
        {
            "REQUEST_METHOD": "GET",
            "PATH_INFO": path.encode().decode("latin-1"),
            "SERVER_NAME": settings.SITE_HOST,
            "SERVER_PORT": "443" if settings.SITE_IS_SECURE else "80",
            "HTTP_X_FORWARDED_PROTO": "https",
            "REMOTE_ADDR": "127.0.0.1",
            "wsgi.url_scheme": "https" if settings.SITE_IS_SECURE else "http",
            "wsgi.input": BytesIO(),
        }
    )
