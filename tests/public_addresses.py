"""What visitors may ask for."""

from django.conf import settings
from django.urls import URLPattern, get_resolver


def public_names():
    """Every public address, by the name of its pattern."""
    above = (each for each in get_resolver().url_patterns if not is_for_staff(each))
    return {name for each in above for name in names_of(each)}


def is_for_staff(pattern):
    return str(pattern.pattern) == settings.ADMIN_PATH


def names_of(pattern):
    if isinstance(pattern, URLPattern):
        return [pattern.name]
    return [name for each in pattern.url_patterns for name in names_of(each)]
