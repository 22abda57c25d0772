"""Which pages a reader may see."""

from wagtail.models import Page, PageManager
from wagtail.query import PageQuerySet


class ReadableQuerySet(PageQuerySet):
    """The only place that decides what is public: no `.live().public()` anywhere else."""

    def readable(self):
        """Published, in no private section, and not withdrawn."""
        return self.live().public().filter(withdrawals__isnull=True)

    def in_language_of(self, page):
        return self.filter(locale_id=page.locale_id)


ReadableManager = PageManager.from_queryset(ReadableQuerySet)


def all_pages():
    """Pages of every type, as Wagtail's plain pages."""
    return ReadableQuerySet(Page)
