"""Requests to take away the second factor of somebody who has lost it."""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from coalition.staff.lost_devices.settled import are_settled

OPEN_FOR = timedelta(days=3)


class ResetQuerySet(models.QuerySet):
    def waiting(self):
        return self.filter(answered_at=None, asked_at__gt=timezone.now() - OPEN_FOR)

    def granted(self):
        return self.filter(is_granted=True)

    def newest_first(self):
        return self.select_related("person", "asked_by", "answered_by").order_by("-asked_at")


class SecondFactorReset(models.Model):
    """One administrator asks, another one grants; neither is the person concerned."""

    is_never_shown = True

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    asked_at = models.DateTimeField(_("asked"), auto_now_add=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    answered_at = models.DateTimeField(_("answered"), null=True)
    is_granted = models.BooleanField(default=False)

    objects = ResetQuerySet.as_manager()

    class Meta:
        verbose_name = _("reset of a second factor")
        verbose_name_plural = _("resets of second factors")
        constraints = [
            models.CheckConstraint(
                name="nobody_asks_for_themselves", condition=~Q(asked_by=F("person"))
            ),
            models.CheckConstraint(
                name="nobody_answers_for_themselves", condition=~Q(answered_by=F("person"))
            ),
            models.CheckConstraint(
                name="two_administrators",
                condition=Q(is_granted=False) | ~Q(answered_by=F("asked_by")),
            ),
        ]

    def __str__(self):
        return str(self.person)

    def may_be_granted_by(self, administrator):
        """Whoever asked is still here, and nobody in this could have been made up for it."""
        if self.asked_by is None or administrator in (self.person, self.asked_by):
            return False
        return are_settled([self.person, self.asked_by, administrator], self.asked_at)
