"""How often somebody has failed to sign in lately."""

from datetime import timedelta

from django.db import models
from django.db.models import F
from django.utils import timezone

REMEMBERED_FOR = timedelta(days=1)


class FailuresQuerySet(models.QuerySet):
    def of(self, name):
        return self.filter(name=name)

    def long_ago(self):
        return self.filter(last_at__lt=timezone.now() - REMEMBERED_FOR)

    def count_one_more(self, name):
        now = timezone.now()
        self.bulk_create([Failures(name=name, last_at=now)], ignore_conflicts=True)
        self.of(name).update(number=F("number") + 1, last_at=now)

    def begin_wait_anew(self, name):
        self.of(name).update(last_at=timezone.now())

    def count_one_less(self, name):
        self.of(name).filter(number__gt=0).update(number=F("number") - 1)


class Failures(models.Model):
    """The name is a fingerprint: no address and no username stands in it."""

    is_never_shown = True

    name = models.CharField(max_length=64, unique=True)
    number = models.PositiveIntegerField(default=0)
    last_at = models.DateTimeField(db_index=True)

    objects = FailuresQuerySet.as_manager()

    def __str__(self):
        return self.name
