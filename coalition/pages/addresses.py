"""Addresses of this site as others must write them."""

from urllib.parse import urljoin

from django.conf import settings


def absolute(address):
    return urljoin(settings.SITE_URL, address)


def tag(name):
    """RFC 4151: an identifier that stays when addresses move."""
    return f"tag:{settings.SITE_HOST},2026:{name}"
