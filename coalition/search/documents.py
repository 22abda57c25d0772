"""Which documents a reader of a page can download from it."""

from django.db import models

from coalition.media.models import DocumentFile


def documents_on(page):
    """Those that its texts and blocks link to, and those that one of its fields holds."""
    keys = {key for model, key in references_of(page) if model is DocumentFile}
    return list(DocumentFile.objects.filter(pk__in=keys).order_by("pk")) if keys else []


def references_of(page):
    """Pairs of a model and a key, for all that the page's own fields refer to."""
    for field in page._meta.concrete_fields:
        value = field.value_from_object(page)
        if hasattr(field, "extract_references"):
            for model, key, *_path in field.extract_references(value):
                yield model, int(key)
        elif isinstance(field, models.ForeignKey) and value:
            yield field.related_model, value
