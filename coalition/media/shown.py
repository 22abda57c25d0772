"""What of the library readers see, or will once what is settled is published."""

from collections import defaultdict
from itertools import chain

from django.contrib.contenttypes.models import ContentType
from wagtail.models import DraftStateMixin, ReferenceIndex, Revision

_waiting = []


def register(revisions):
    """Let another room keep what waits there as it was looked at: `revisions()` gives it."""
    _waiting.append(revisions)


def is_shown(thing):
    """Where in doubt it is: a film refers to its poster whether or not a page shows the film."""
    places = rows_that_refer_to(thing).items()
    return any(is_public(model, keys) for model, keys in places) or is_settled(thing)


def rows_that_refer_to(thing):
    """Their keys, by their models. Of what has drafts, the index knows what is published."""
    rows = defaultdict(set)
    references = ReferenceIndex.get_references_to(thing)
    for kind, key in references.values_list("base_content_type", "object_id").distinct():
        rows[ContentType.objects.get_for_id(kind).model_class()].add(key)
    # What is left of models that are gone.
    rows.pop(None, None)
    return rows


def is_public(model, keys):
    rows = model._base_manager.filter(pk__in=keys)
    has_drafts = issubclass(model, DraftStateMixin)
    return (rows.filter(live=True) if has_drafts else rows).exists()


def is_settled(thing):
    """The clock will publish what shows it, or somebody agrees to all of it at once."""
    place = ContentType.objects.get_for_model(thing).pk, str(thing.pk)
    scheduled = Revision.objects.filter(approved_go_live_at__isnull=False)
    settled = chain(scheduled.iterator(), *(revisions() for revisions in _waiting))
    return any(place in references_in(revision.as_object()) for revision in settled)


def references_in(row):
    found = ReferenceIndex._extract_references_from_object(row)
    return {(kind, key) for kind, key, *_place in found}
