"""What a page says of itself to machines: search engines, and sites it is shared on."""

from urllib.parse import urljoin

from django import template
from django.conf import settings

from coalition.facts.templatetags.facts import plain

register = template.Library()

# Open Graph wants a territory with the language: the one whose spelling we write.
OPEN_GRAPH_LOCALES = {"ar": "ar_AR", "en": "en_GB", "fr": "fr_FR"}


@register.filter
def absolute(address):
    """An address of this site as others must write it."""
    return urljoin(settings.SITE_URL, address)


@register.filter
def open_graph_locale(language_code):
    return OPEN_GRAPH_LOCALES.get(language_code, language_code)


@register.simple_tag(takes_context=True)
def alternates(context, page):
    """The page's address in each language it is in, and in the one for everybody else."""
    request = context["request"]
    translations = page.language_alternates
    addresses = {code: absolute(found.get_url(request)) for code, found in translations.items()}
    if settings.LANGUAGE_CODE in addresses:
        addresses["x-default"] = addresses[settings.LANGUAGE_CODE]
    return addresses


@register.filter
def description(page):
    """One or two sentences about the page, in plain text, its facts told for the page's day."""
    return page.search_description or plain(page.teaser, page)
