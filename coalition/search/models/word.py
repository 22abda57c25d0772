"""The words that pages hold, for guessing what a mistyped one was meant to be."""

from django.contrib.postgres.indexes import GinIndex
from django.db import models


class Word(models.Model):
    """A word of a language, as search compares it and as somebody wrote it.

    It may outlive the last page that said it: nothing is suggested that finds no page.
    """

    is_never_shown = True

    language = models.CharField(max_length=10)
    folded = models.CharField(max_length=60)
    written = models.CharField(max_length=60)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["language", "folded"], name="each_word_once"),
        ]
        indexes = [
            GinIndex(fields=["folded"], opclasses=["gin_trgm_ops"], name="words_alike"),
        ]

    def __str__(self):
        return self.written
