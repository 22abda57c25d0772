"""Asks whether readers may have a document at all."""

from django import template

from coalition.pages.closed_shelves import closed_shelves

register = template.Library()


@register.filter
def is_for_readers(document):
    return document.collection_id not in closed_shelves()
