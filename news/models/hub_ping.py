"""What the hub of our feeds is to be told."""

from django.db import models
from django.utils import timezone


class HubPingQuerySet(models.QuerySet):
    def due(self):
        return self.filter(due_at__lte=timezone.now()).order_by("due_at", "pk")


class HubPing(models.Model):
    """A feed that has changed, by its address; gone as soon as the hub knows."""

    is_never_shown = True

    address = models.CharField(max_length=700, unique=True)
    due_at = models.DateTimeField(db_index=True)
    tries = models.PositiveSmallIntegerField(default=0)

    objects = HubPingQuerySet.as_manager()

    def __str__(self):
        return self.address
