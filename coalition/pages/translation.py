"""What a translation was made from, and whether its source has changed since."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from wagtail.models import Page, Revision


class TranslationQuerySet(models.QuerySet):
    def behind(self):
        """Those whose source was published with something newer."""
        return self.filter(
            source__live=True, source__live_revision__created_at__gt=models.F("made_at")
        )


class Translation(models.Model):
    """The page that a page was translated from, and the revision of it that the page tells.

    A page that was written first, or whose source was deleted, has none.
    """

    page = models.OneToOneField(Page, on_delete=models.CASCADE, related_name="translation")
    source = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="+")
    revision = models.ForeignKey(Revision, null=True, on_delete=models.SET_NULL, related_name="+")
    # Autosave writes into an editor's last revision: its number stays, this moment does not.
    made_at = models.DateTimeField()

    objects = TranslationQuerySet.as_manager()

    def __str__(self):
        return f"{self.page} ← {self.source}"

    @property
    def is_behind(self):
        published = self.source.live_revision if self.source.live else None
        return bool(published and published.created_at > self.made_at)


def follow(page, source):
    """From here on the page tells what its source says: what is public of it, or its draft."""
    revision = source.live_revision if source.live else source.latest_revision
    made_at = revision.created_at if revision else timezone.now()
    Translation.objects.update_or_create(
        page_id=page.pk,
        defaults={"source_id": source.pk, "revision": revision, "made_at": made_at},
    )


def follow_each_other(pages):
    """Translations that are published together with their sources are up to date with them."""
    keys = [page.pk for page in pages]
    together = Translation.objects.filter(page__in=keys, source__in=keys)
    for translation in together.select_related("page", "source"):
        follow(translation.page, translation.source)


def source_of(page):
    """The page it was translated from, if we know; else the same page in our first language."""
    known = Translation.objects.filter(page=page).select_related("source").first()
    if known:
        return known.source
    others = Page.objects.translation_of(page).filter(alias_of=None)
    return others.filter(locale__language_code=settings.LANGUAGE_CODE).first()
