"""How often a page was read on a day."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class PageViews(models.Model):
    """A day, a path and a number."""

    is_never_shown = True
    wagtail_reference_index_ignore = True

    day = models.DateField(_("day"))
    path = models.CharField(_("page"), max_length=1000)
    views = models.PositiveBigIntegerField(_("views"), default=0)

    class Meta:
        ordering = ["-day", "-views", "path"]
        verbose_name = _("views of a page")
        verbose_name_plural = _("views of pages")
        constraints = [
            models.UniqueConstraint(fields=["day", "path"], name="one_row_a_page_and_day")
        ]

    def __str__(self):
        return f"{self.path} {self.day}"
