"""What is known by its language, and stands on every page of it."""

from django.db import models

from coalition.delivery.kept import kept
from coalition.delivery.tags import waiting_for


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


def kept_around(model, language_code, make):
    """What is made of such rows, once for all pages of the language."""
    tag = around(model, language_code)

    def make_noted():
        with waiting_for(tag):
            return make()

    return kept(tag, make_noted)
