"""Notes the address of everything that readers could see and that is deleted for good.

Listening to signals, because pages and files are deleted in many ways, and whole trees at once.
"""

from urllib.parse import unquote

from django.db.models.signals import pre_delete
from wagtail.models import Page

from coalition.media.leaving import address_left
from coalition.pages.querysets import all_pages
from coalition.takedowns.models import GoneAddress


def listen():
    pre_delete.connect(note_page, sender=Page, dispatch_uid="takedowns")
    address_left.connect(note_file, dispatch_uid="takedowns")


def note_page(instance, **kwargs):
    """A page that was never published, or is closed, has no address that readers know."""
    parts = instance.first_published_at and instance.get_url_parts()
    if parts and parts[2] and is_outside_private_sections(instance):
        GoneAddress.objects.keep(unquote(parts[2]))


def is_outside_private_sections(page):
    return all_pages().outside_private_sections().filter(pk=page.pk).exists()


def note_file(path, thing, **kwargs):
    model, key = thing
    GoneAddress.objects.keep(path, name_of(model, key))


def name_of(model, key):
    return f"{model._meta.label_lower}:{key}"
