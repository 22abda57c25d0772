"""What was published under our name: references that never change, and a version a wording."""

import re

from django.db import models

from coalition.pages.folding import bare_letters

TYPED = re.compile(r"gc[\W_]*(\d{4})[\W_]*(\d{1,9})")


def read_reference(text):
    """The year and number that somebody means, however they write them; None if they mean none."""
    match = TYPED.fullmatch(bare_letters(text).strip())
    return (int(match[1]), int(match[2])) if match else None


class Reference(models.Model):
    """One thing said, in all its languages; it outlives its pages, so that no number comes again.

    The year is that of which it told when it was first published.
    """

    is_never_shown = True

    translation_key = models.UUIDField(unique=True)
    year = models.PositiveSmallIntegerField()

    def __str__(self):
        return f"GC-{self.year}-{self.pk:04}"


class VersionQuerySet(models.QuerySet):
    def newest_first(self):
        return self.order_by("-number", "-pk")


class Version(models.Model):
    """One wording of a page: not the words, which may have been corrected for a reason."""

    is_never_shown = True
    wagtail_reference_index_ignore = True

    page = models.ForeignKey("news.StoryPage", on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    published_at = models.DateTimeField()
    fingerprint = models.CharField(max_length=64, db_index=True)

    objects = VersionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["page", "number"], name="each_version_of_a_page_once")
        ]

    def __str__(self):
        return f"{self.page_id}, {self.number}"
