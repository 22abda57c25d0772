"""How often visitors did what is limited, and which pages are still to be purged."""

from datetime import datetime

from django.db import models


class Tally(models.Model):
    """A number of acts, under a name that tells nothing, until their time is over."""

    is_never_shown = True
    wagtail_reference_index_ignore = True

    name: "models.Field[str, str]" = models.CharField(max_length=120, primary_key=True)
    number: "models.Field[int, int]" = models.PositiveIntegerField(default=0)
    ends_at: "models.Field[datetime, datetime]" = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return f"{self.name}: {self.number}"


class OwedPurge(models.Model):
    """Something changed while the store of pages could not be told."""

    is_never_shown = True
    wagtail_reference_index_ignore = True

    is_for_good: "models.Field[bool, bool]" = models.BooleanField()

    def __str__(self) -> str:
        return "for good" if self.is_for_good else "until it is made anew"
