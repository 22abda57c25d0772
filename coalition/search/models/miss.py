"""What readers looked for and did not find."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Miss(models.Model):
    """Words that found nothing on a day, and how often; nothing of whoever typed them."""

    is_never_shown = True

    day = models.DateField(_("day"))
    language = models.CharField(_("language"), max_length=10)
    words = models.CharField(_("searched words"), max_length=60)
    times = models.PositiveIntegerField(_("times"), default=1)

    class Meta:
        ordering = ["-day", "-times", "words"]
        constraints = [
            models.UniqueConstraint(
                fields=["day", "language", "words"], name="one_miss_a_day_language_and_words"
            )
        ]
        verbose_name = _("search without results")
        verbose_name_plural = _("searches without results")

    def __str__(self):
        return self.words
