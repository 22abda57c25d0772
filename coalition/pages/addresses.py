"""Addresses of this site as others must write them."""

from urllib.parse import urljoin

from django.conf import settings


def absolute(address):
    return urljoin(settings.SITE_URL, address)
