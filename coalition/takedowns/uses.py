"""Takes a thing out of everything that shows it, whether it is live, a draft or an old version."""

import json

from django.db.models import CASCADE, Q, TextField
from django.db.models.functions import Cast
from django.utils.text import capfirst
from modelcluster.models import get_all_child_relations
from wagtail.fields import StreamField
from wagtail.models import Page, ReferenceIndex, Revision

from coalition.takedowns.pruning import pruned


def uses_of(thing):
    """Model and key of everything that is live, or was saved last, and shows it."""
    references = ReferenceIndex.get_references_to(thing).select_related("content_type")
    return {(reference.content_type.model_class(), reference.object_id) for reference in references}


def names_of_uses(thing):
    """What editors call each of them."""
    found = (model._default_manager.filter(pk=key).first() for model, key in uses_of(thing))
    return sorted(name_of_use(row) for row in found if row)


def name_of_use(row):
    return f"{capfirst(row._meta.verbose_name)}: {row}"


def take_out_of_all(thing):
    """Returns the rows that showed it, as they are now."""
    uses = uses_of(thing)
    for field in fields_that_name(type(thing)):
        let_go(field, thing)
    rows = [row for model, key in uses if (row := model._default_manager.filter(pk=key).first())]
    for row in rows:
        if take_out_of_bodies(row, thing):
            save(row)
    take_out_of_revisions(thing)
    return rows


def fields_that_name(model):
    """Of all rooms, also those that the model itself knows nothing of."""
    relations = model._meta.get_fields(include_hidden=True)
    return [
        relation.field
        for relation in relations
        if relation.auto_created and relation.one_to_many and relation.on_delete is not CASCADE
    ]


def let_go(field, thing):
    """A field that may be empty is emptied; a row that is nothing without it goes."""
    rows = field.model._base_manager.filter(**{field.name: thing})
    if field.null:
        rows.update(**{field.name: None})
    else:
        rows.delete()


def take_out_of_bodies(row, thing):
    is_changed = False
    for field in bodies_of(type(row)):
        before = list(getattr(row, field.name).get_prep_value())
        after = pruned(field.stream_block, before, thing)
        if after != before:
            setattr(row, field.name, json.dumps(after))
            is_changed = True
    return is_changed


def bodies_of(model):
    return [field for field in model._meta.get_fields() if isinstance(field, StreamField)]


def save(row):
    # What else may be wrong with it is no reason to keep the picture.
    row.save(clean=False) if isinstance(row, Page) else row.save()


def take_out_of_revisions(thing):
    for revision in revisions_that_may_name(thing).iterator():
        model = revision.content_type.model_class()
        content = without(model, revision.content, thing) if model else revision.content
        if content != revision.content:
            # Not `save()`: when it was saved, and by whom, stays true.
            Revision.objects.filter(pk=revision.pk).update(content=content)


def revisions_that_may_name(thing):
    """Those with its key among their values; the database reads them, so that we read few."""
    named = Q(said__contains=f": {thing.pk}") | Q(said__contains=f'"{thing.pk}')
    revisions = Revision.objects.annotate(said=Cast("content", TextField()))
    return revisions.filter(named).select_related("content_type")


def without(model, content, thing):
    """A revision's content, or that of a row within it."""
    kept = dict(content)
    for field in model._meta.get_fields():
        if field.name not in kept:
            continue
        if isinstance(field, StreamField):
            body = json.loads(kept[field.name] or "[]")
            kept[field.name] = json.dumps(pruned(field.stream_block, body, thing))
        elif names(field, kept[field.name], thing):
            kept[field.name] = None
    for relation in get_all_child_relations(model):
        if rows := kept.get(relation.get_accessor_name()):
            kept[relation.get_accessor_name()] = without_in_rows(relation.field.model, rows, thing)
    return kept


def without_in_rows(model, rows, thing):
    required = [field for field in model._meta.fields if field.is_relation and not field.null]
    kept = (row for row in rows if not any(names(f, row.get(f.name), thing) for f in required))
    return [without(model, row, thing) for row in kept]


def names(field, value, thing):
    is_foreign = field.is_relation and field.many_to_one and field.related_model
    return bool(is_foreign) and isinstance(thing, field.related_model) and value == thing.pk
