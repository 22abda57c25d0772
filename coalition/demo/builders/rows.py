"""Rows that are no pages but have drafts and revisions too."""

from wagtail.models import Locale

from coalition.pages.row_translation import follow_row


def locale(language):
    return Locale.objects.get(language_code=language)


def keep_row(row, *, live=True, translation_of=None, by=None):
    """Save a row as the admin does: as a draft with a revision, then published."""
    row.live = False
    if translation_of:
        row.translation_key = translation_of.translation_key
    row.save()
    if translation_of:
        follow_row(row, translation_of)
    if live:
        return publish_row(row, by=by)
    row.save_revision(user=by)
    return row


def publish_row(row, by=None):
    row.save_revision(user=by).publish(user=by, skip_permission_checks=True)
    return type(row).objects.get(pk=row.pk)


def in_order(rows):
    """Rows of one page or row, in the order in which they stand here."""
    rows = list(rows)
    for position, row in enumerate(rows):
        row.sort_order = position
    return rows
