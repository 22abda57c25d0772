"""The index: what readers can find, in a row each."""

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models

from coalition.search.kinds import all_kinds
from coalition.search.querysets import EntryQuerySet


class Entry(models.Model):
    """A page as search knows it, or a document to download from that page.

    It is made when the page is saved; whether readers may see the page is asked at every search.
    """

    is_never_shown = True

    page = models.ForeignKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="+")
    document = models.ForeignKey(
        "media.DocumentFile", null=True, on_delete=models.CASCADE, related_name="+"
    )
    language = models.CharField(max_length=10)
    kind = models.CharField(max_length=30)
    # None on what is kept up to date.
    day = models.DateField(null=True)
    # Their public ids, a space before and after each: one LIKE on every database finds one.
    partners = models.TextField(blank=True)
    title = models.TextField()
    # A line a field or block.
    text = models.TextField(blank=True)
    # The words of title and text as search compares them, a space before and after each.
    folded_title = models.TextField()
    folded = models.TextField()
    # The same for PostgreSQL; nothing on SQLite.
    vector = SearchVectorField(null=True)

    objects = EntryQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["page", "document"], name="one_entry_a_download"),
        ]
        indexes = [
            GinIndex(fields=["vector"], name="entries_by_word"),
            models.Index(fields=["language", "-day", "-page", "-id"], name="newest_entries_first"),
        ]

    def __str__(self):
        return self.title

    @property
    def kind_label(self):
        return all_kinds().get(self.kind, "")
