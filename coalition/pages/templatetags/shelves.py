"""Asks whether readers may have a picture or a document at all."""

from django import template

from coalition.facts.memory import remembered
from coalition.media.shelves import closed_shelves

register = template.Library()


@register.filter
def for_readers(file):
    """Nothing if its shelf is closed: then a page looks as if it had none."""
    is_closed = file and file.collection_id in remembered("closed-shelves", closed_shelves)
    return None if is_closed else file
