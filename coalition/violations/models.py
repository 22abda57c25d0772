"""What browsers refused, each thing once."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Violation(models.Model):
    """What broke which directive on which page, and how often; nothing of who was there."""

    is_never_shown = True
    wagtail_reference_index_ignore = True

    directive = models.CharField(_("directive"), max_length=40)
    blocked = models.CharField(_("what was blocked"), max_length=120)
    path = models.CharField(_("page"), max_length=200)
    times = models.PositiveIntegerField(_("times"), default=1)
    first_day = models.DateField(_("first day"))
    last_day = models.DateField(_("last day"), db_index=True)

    class Meta:
        ordering = ["-last_day", "-times", "path"]
        constraints = [
            models.UniqueConstraint(
                fields=["directive", "blocked", "path"], name="one_row_a_violation"
            )
        ]
        verbose_name = _("refusal of a browser")
        verbose_name_plural = _("refusals of browsers")

    def __str__(self):
        return f"{self.directive}: {self.blocked}, {self.path}"
