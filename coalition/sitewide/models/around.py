"""What is known by its language, and stands on every page of it."""

from django.db import models


class AroundPages(models.Model):
    """A published row that stands on every page of its language."""

    class Meta:
        abstract = True

    @property
    def standing(self):
        return {around(type(self), self.locale.language_code): self.pk} if self.live else {}


def around(model, language_code):
    """The tag of what stands around the pages of a language: its texts, menus or notices."""
    return f"around:{model._meta.label}:{language_code}"
