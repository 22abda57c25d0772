"""How often visitors did what is limited, and which pages are still to be purged."""

from datetime import datetime

from django.db import models
from django.db.models.functions import Now


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
    """Something changed, and the store of pages could not be told, or is to be told at once."""

    is_never_shown = True
    wagtail_reference_index_ignore = True

    is_for_good: "models.Field[bool, bool]" = models.BooleanField()
    # Later, where somebody is at it: nobody else needs to be.
    due_at: "models.Field[datetime, datetime]" = models.DateTimeField(db_default=Now())

    def __str__(self) -> str:
        return "for good" if self.is_for_good else "until it is made anew"
