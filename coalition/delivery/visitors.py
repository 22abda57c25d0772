"""Where a request comes from."""

from django.conf import settings
from django.http import HttpRequest


def address_of(request: HttpRequest) -> str:
    """The visitor's address: never written down, see `contact/limits.py` for what it is for.

    A site behind HTTPS stands behind a server of ours, which tells whom it speaks for; what others
    have put before that is anybody's invention.
    """
    if settings.SITE_IS_SECURE:
        told = request.headers.get("X-Forwarded-For", "").rpartition(",")[2].strip()
        if told:
            return told
    address: str = request.META.get("REMOTE_ADDR", "")
    return address
