"""Releases many at a time."""

from django.contrib.contenttypes.models import ContentType
from django.db import models
from wagtail.models import Page


class ReleaseQuerySet(models.QuerySet):
    def waiting(self):
        """Not public yet: what is in one of them may be in no other."""
        return self.filter(state__in=self.model.WAITING)

    def being_prepared(self):
        return self.filter(state=self.model.State.OPEN)

    def holding(self, row):
        """Those that this page, snippet or register entry is in."""
        return self.filter(items__content_type=type_of(row), items__object_id=str(row.pk))

    def visible_to(self, user):
        """Everyone sees their own; whoever may change releases sees them all."""
        if user.has_perm("releases.change_release"):
            return self
        return self.filter(creator=user)


class ReleaseItemQuerySet(models.QuerySet):
    def with_rows(self):
        """With what they stand for, in a query a type."""
        return self.select_related("revision", "content_type").prefetch_related("row")


def type_of(row):
    """A page's own type, also when it comes along as a plain page."""
    if isinstance(row, Page):
        return row.cached_content_type
    return ContentType.objects.get_for_model(row, for_concrete_model=False)
