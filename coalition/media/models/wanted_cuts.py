"""What the clock has yet to cut."""

from django.db import models


class WantedCut(models.Model):
    """A picture that has lacked a cut where it was to be shown; the clock cuts it."""

    is_never_shown = True
    wagtail_reference_index_ignore = True

    picture = models.OneToOneField("media.Picture", primary_key=True, on_delete=models.CASCADE)

    class Meta:
        default_permissions = ()

    def __str__(self):
        return f"Picture {self.pk}"
