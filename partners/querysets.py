"""Who is a partner on a day."""

from django.db import models
from django.db.models import OuterRef, Q, Subquery
from django.utils import timezone

from coalition.pages.querysets import ReadableQuerySet


class PartnerQuerySet(models.QuerySet):
    def readable(self):
        """Published, whatever their status."""
        return self.filter(live=True)

    def members(self, as_of=None):
        """Published partners that count on a day (today if none is given).

        A partner counts from `joined_latest` on, the first day on which it had certainly
        joined, until the day it withdraws. A suspended partner still counts.
        """
        day = as_of or timezone.localdate()
        return (
            self.readable()
            .filter(joined_latest__lte=day)
            .with_status(day)
            .filter(~Q(status_on_day="withdrawn") | Q(status_on_day__isnull=True))
        )

    def with_status(self, day):
        """Annotate `status_on_day`, NULL for a member whose status never changed."""
        changes = self.model._meta.get_field("status_changes").related_model.objects
        latest = changes.filter(partner=OuterRef("pk"), from_date__lte=day).order_by("-from_date")
        return self.annotate(status_on_day=Subquery(latest.values("status")[:1]))

    def with_names(self):
        return self.prefetch_related("names")

    def newest_first(self):
        return self.order_by("-joined_latest", "-ordinal", "-pk")


class PartnerPageQuerySet(ReadableQuerySet):
    def readable(self):
        return super().readable().filter(partner__live=True)
