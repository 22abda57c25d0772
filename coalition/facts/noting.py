"""Notes which facts a row quotes: when a draft is saved, when something is published or goes.

Listening to signals, because every way of publishing (the editor, a schedule, a workflow, a
release, an import) ends in Wagtail's own, and none of them knows of facts.
"""

import re
from collections import Counter

from django.db.models.signals import post_delete, post_save
from wagtail.models import DraftStateMixin, Page, Revision, RevisionMixin
from wagtail.signals import page_published, page_unpublished, published, unpublished

from coalition.facts.models import FactUse, content_type_of
from coalition.facts.texts import texts_of

QUOTED_FACT = re.compile(r'<embed\b(?=[^>]*\bembedtype="fact")[^>]*\bname="([^"]+)"')


def quoted_in(row):
    """How often each fact is quoted in all that the row says."""
    return Counter(
        name for text in texts_of(row) if text.is_html for name in QUOTED_FACT.findall(text.source)
    )


def note(row, quoted, *, column):
    """Keep these numbers of quotations, in one of the two columns."""
    uses = FactUse.objects.of_row(row)
    FactUse.objects.bulk_create(
        [
            FactUse(
                content_type=content_type_of(row), object_id=row.pk, fact=fact, **{column: times}
            )
            for fact, times in quoted.items()
        ],
        update_conflicts=True,
        unique_fields=["content_type", "object_id", "fact"],
        update_fields=[column],
    )
    uses.exclude(fact__in=quoted).update(**{column: 0})
    uses.filter(times_live=0, times_in_draft=0).delete()


def note_row(row):
    """Count anew what a row quotes, as it stands in the database and in its latest draft."""
    note(row, quoted_in(row) if getattr(row, "live", True) else Counter(), column="times_live")
    draft = row.get_latest_revision_as_object() if row.latest_revision_id else row
    note(draft, quoted_in(draft), column="times_in_draft")


def note_draft(instance, raw=False, **kwargs):
    if raw or not instance.is_latest_revision():
        return
    row = instance.as_object()
    quoted = quoted_in(row)
    note(row, quoted, column="times_in_draft")
    if not isinstance(row, DraftStateMixin):
        note(row, quoted, column="times_live")


def note_published_page(instance, **kwargs):
    note(instance, quoted_in(instance), column="times_live")


def note_published(instance, **kwargs):
    """Pages tell so twice; their own signal also speaks for aliases and copies."""
    if not isinstance(instance, Page):
        note_published_page(instance)


def note_unpublished(instance, **kwargs):
    note(instance, Counter(), column="times_live")


def forget(instance, **kwargs):
    if isinstance(instance, Page | RevisionMixin):
        FactUse.objects.of_row(instance).delete()


def listen():
    post_save.connect(note_draft, sender=Revision)
    published.connect(note_published)
    page_published.connect(note_published_page)
    unpublished.connect(note_unpublished)
    page_unpublished.connect(note_unpublished)
    post_delete.connect(forget)
