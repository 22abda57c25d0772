"""What a row of a language was translated from, and whether its source has changed since.

As in `translation`, for what is no page.
"""

from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils import timezone
from wagtail.models import DraftStateMixin, Revision


class RowTranslationQuerySet(models.QuerySet):
    def of(self, row):
        return self.filter(kind=ContentType.objects.get_for_model(row), row_id=row.pk)


class RowTranslation(models.Model):
    """The row that a row of the same kind was translated from, and the revision that it tells.

    A row that was written first, or whose source was deleted, has none.
    """

    is_never_shown = True
    wagtail_reference_index_ignore = True

    kind = models.ForeignKey(ContentType, on_delete=models.CASCADE, related_name="+")
    row_id = models.PositiveBigIntegerField()
    source_id = models.PositiveBigIntegerField()
    revision = models.ForeignKey(Revision, null=True, on_delete=models.SET_NULL, related_name="+")
    # Autosave writes into an editor's last revision: its number stays, this moment does not.
    made_at = models.DateTimeField()

    row = GenericForeignKey("kind", "row_id")
    source = GenericForeignKey("kind", "source_id")

    objects = RowTranslationQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "row_id"], name="one_source_a_row")]

    def __str__(self):
        return f"{self.row_id} ← {self.source_id}"

    def is_behind(self, source):
        """Asked with its source at hand, because lists have it already."""
        public = public_revision_of(source)
        return bool(public and public.created_at > self.made_at)


def public_revision_of(row):
    """What readers see of a row: without drafts, the last that was saved."""
    if isinstance(row, DraftStateMixin):
        return row.live_revision if row.live else None
    return row.latest_revision


def follow_row(row, source, revision=None):
    """From here on the row tells what its source says: what is public of it, or else its draft."""
    revision = revision or public_revision_of(source) or source.latest_revision
    RowTranslation.objects.update_or_create(
        kind=ContentType.objects.get_for_model(row),
        row_id=row.pk,
        defaults={
            "source_id": source.pk,
            "revision": revision,
            "made_at": revision.created_at if revision else timezone.now(),
        },
    )


def follow_rows_together(rows):
    """Translations that are published together with their sources are up to date with them."""
    together = {(type(row), row.pk) for row in rows}
    for row in rows:
        for translation in RowTranslation.objects.of(row):
            if (type(row), translation.source_id) in together:
                follow_row(row, translation.source)
