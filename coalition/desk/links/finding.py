"""Finds the links on a page when it is published."""

import re
from html import unescape

from django.db import transaction
from wagtail.blocks import StreamValue
from wagtail.models import Page
from wagtail.signals import page_published

from coalition.desk.links.found_link import FoundLink
from coalition.media.models import DocumentFile
from coalition.pages.models import BasePage

IN_PROSE = re.compile(r'<a\b[^>]*\bhref="([^"]*)"')
ADDRESS = re.compile(r"https?://\S+")
LONGEST = FoundLink._meta.get_field("address").max_length


def listen():
    page_published.connect(keep_links_once_published, dispatch_uid="links")


def keep_links_once_published(instance, **kwargs):
    if isinstance(instance, BasePage):
        transaction.on_commit(lambda: keep_links(instance), robust=True)


@transaction.atomic
def keep_links(page):
    """Forget links that the page has no longer; what is known of the others stays."""
    links = {link.address: link for link in links_on(page)}
    known = FoundLink.objects.filter(page=page)
    known.exclude(address__in=links).delete()
    FoundLink.objects.bulk_create(links.values(), ignore_conflicts=True)


def links_on(page):
    for field in page._meta.concrete_fields:
        if hasattr(field, "extract_references"):
            value = field.value_from_object(page)
            for address in addresses_in(stored(value)):
                yield FoundLink(page_id=page.pk, address=address)
            for model, key, *_path in field.extract_references(value):
                yield from link_home(page, model, int(key))


def link_home(page, model, key):
    """A link to a page or document of ours; pictures are shown, not led to."""
    if issubclass(model, Page):
        yield FoundLink(page_id=page.pk, address=name_of(Page, key), target_page=key)
    elif issubclass(model, DocumentFile):
        yield FoundLink(page_id=page.pk, address=name_of(DocumentFile, key), target_document=key)


def name_of(model, key):
    row = model.objects.filter(pk=key).first()
    return f"{row or model._meta.verbose_name} ({key})"


def stored(value):
    """As blocks and prose are kept: in lists, dictionaries and texts."""
    return value.get_prep_value() if isinstance(value, StreamValue) else value


def addresses_in(value):
    """Addresses in a stored value: in the links of its prose, or alone in a field of their own."""
    match value:
        case str():
            found = [value] if ADDRESS.fullmatch(value) else IN_PROSE.findall(value)
            addresses = [unescape(address) for address in found]
            yield from (a for a in addresses if ADDRESS.fullmatch(a) and len(a) <= LONGEST)
        case list():
            for item in value:
                yield from addresses_in(item)
        case dict():
            for item in value.values():
                yield from addresses_in(item)
