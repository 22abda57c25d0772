"""Under which reference a page was published, and in which version readers see it."""

from django.db import models
from wagtail.models import Page


class Imprint(models.Model):
    """Written by the room `genuine`; kept here so that a page finds it without asking twice."""

    page = models.OneToOneField(Page, on_delete=models.CASCADE, related_name="imprint")
    reference = models.CharField(max_length=20)
    version = models.PositiveIntegerField()
    # The publication that this tells of: another one may have brought other words.
    published_at = models.DateTimeField()

    def __str__(self):
        return f"{self.reference}, {self.version}"
