"""Which pages a reader may see."""

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, OuterRef, Q
from wagtail.models import Page, PageManager, get_page_models
from wagtail.query import PageQuerySet

from coalition.media.querysets import cuts
from coalition.pages.amendments import Withdrawal
from coalition.pages.foresight import is_public
from coalition.pages.private_sections import IsInPrivateSection


class ReadableQuerySet(PageQuerySet):
    """The only place that decides what is public: no `.live().public()` anywhere else."""

    def readable(self):
        """Published, in no private section, and not withdrawn."""
        return self.reachable().exclude(Exists(withdrawals()))

    def reachable(self):
        """The same, and those of which only the note of their withdrawal is left to read."""
        return self.filter(is_public(self.model)).outside_private_sections()

    def outside_private_sections(self):
        """As Wagtail's `public()`, without a query of its own before each use.

        An alias is as private as the page it repeats, which Wagtail's forgets.
        """
        return self.exclude(IsInPrivateSection())

    def in_language_of(self, page):
        return self.filter(locale_id=page.locale_id)

    def in_spoken_languages(self):
        """Pages outlive a language that is taken out of the settings; their addresses do not."""
        return self.filter(locale__language_code__in=dict(settings.LANGUAGES))

    def at_a_glance(self):
        """No more of each than cards, lists and links show, so that nothing else of it counts."""
        return self.only(*self.model.at_a_glance)

    def whole(self):
        """With what stands on the page itself, for showing one."""
        cut = cuts("picture", "lead", "share")
        return self.select_related("picture").prefetch_related(cut)


def withdrawals():
    """Of the page at hand: as a question of its own, whose answer PostgreSQL guesses right."""
    return Withdrawal.objects.filter(page=OuterRef("pk"))


ReadableManager = PageManager.from_queryset(ReadableQuerySet)


class AnyPageQuerySet(ReadableQuerySet):
    """Pages of every type, as Wagtail's plain pages."""

    def reachable(self):
        """As above, and by the stricter rule of their type where it has one."""
        pages = super().reachable()
        for model in get_page_models():
            rows = model._default_manager.all()
            if isinstance(rows, ReadableQuerySet) and has_own_rule(rows):
                of_this_type = Q(content_type=ContentType.objects.get_for_model(model))
                pages = pages.filter(~of_this_type | Q(pk__in=rows.reachable().values("pk")))
        return pages


def has_own_rule(rows):
    return type(rows).reachable is not ReadableQuerySet.reachable


def all_pages():
    return AnyPageQuerySet(Page)
