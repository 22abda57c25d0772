"""What caches in front of us are to forget, and whether they were told."""

from django.db import models
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from coalition.delivery.tags import EVERYTHING, OF_ADDRESS


class PurgeQuerySet(models.QuerySet):
    def pending(self):
        waiting = [Purge.State.WAITING, Purge.State.REFUSED, Purge.State.ONCE]
        return self.filter(state__in=waiting)

    def over(self):
        return self.filter(state__in=[Purge.State.TOLD, Purge.State.GIVEN_UP])

    def of(self, front):
        return self.filter(front=front.name)

    def for_occasion(self, occasion):
        return self.filter(occasion=occasion)


class Purge(models.Model):
    """One change that one cache is told of."""

    class State(models.TextChoices):
        WAITING = "waiting", _("Not told yet")
        # An answer may have been on its way while we told: a little later that is old too.
        ONCE = "once", _("Told, and soon once more")
        TOLD = "told", _("Told")
        # By a cache that does answer: tried again, and nothing else waits for it.
        REFUSED = "refused", _("Refused so far")
        GIVEN_UP = "given up", _("Given up")

    is_never_shown = True
    wagtail_reference_index_ignore = True

    at = models.DateTimeField(_("asked for"), auto_now_add=True, db_index=True)
    front = models.CharField(_("cache"), max_length=200)
    tags = models.JSONField(default=list)
    is_for_good = models.BooleanField(_("for good"), default=False)
    # What it belongs to, which then answers for it: "takedowns.takedown:12".
    occasion = models.CharField(max_length=60, blank=True, db_index=True)
    state = models.CharField(
        _("state"), max_length=10, choices=State.choices, default=State.WAITING, db_index=True
    )
    tries = models.PositiveSmallIntegerField(_("tries"), default=0)
    error = models.CharField(_("last error"), max_length=200, blank=True)
    due_at = models.DateTimeField(_("next try"))

    objects = PurgeQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        default_permissions = ["add", "view"]
        verbose_name = _("purge")
        verbose_name_plural = _("purges")

    def __str__(self):
        return f"{self.front}: {self.what}"

    @property
    def what(self):
        """In words, as far as tags are words; addresses as they are."""
        if EVERYTHING in self.tags:
            return _("Everything")
        return ", ".join(tag.removeprefix(OF_ADDRESS) for tag in self.tags)

    @property
    def in_short(self):
        return Truncator(self.what).chars(120)

    @property
    def way(self):
        return _("For good") if self.is_for_good else _("Until it is made anew")
