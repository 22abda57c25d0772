"""A partner that pages speak of stays in the register."""

from django.db.models import ForeignObjectRel
from wagtail.models import Page

from partners.models import Partner


def spoken_of(partners):
    """Those that some page points at, published or not."""
    return [partner for partner in partners if any(_uses(partner))]


def _uses(partner):
    """For each field that leads from pages to partners, in whichever room: is it used here?"""
    for relation in Partner._meta.get_fields(include_hidden=True):
        if isinstance(relation, ForeignObjectRel) and issubclass(relation.related_model, Page):
            pages = relation.related_model.objects
            yield pages.filter(**{relation.field.name: partner}).exists()
