"""A draft's fields in words, for those who review what has no page of its own."""

from django.utils.text import capfirst
from modelcluster.models import get_all_child_relations


def fields_of(row):
    """Pairs of what an editor calls a field and what stands in it; empty ones are left out."""
    for field in row._meta.concrete_fields:
        value = getattr(row, field.name)
        if field.editable and value not in {None, ""}:
            words = dict(field.flatchoices).get(value, value)
            yield capfirst(field.verbose_name), words
    for relation in get_all_child_relations(row):
        children = getattr(row, relation.get_accessor_name()).all()
        if children:
            name = capfirst(relation.related_model._meta.verbose_name_plural)
            yield name, ", ".join(str(child) for child in children)
