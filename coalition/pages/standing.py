"""In which lists a page stands; see `delivery.changes`."""

from collections.abc import Hashable, Iterator
from datetime import date

from django.db.models import Model

from coalition.delivery.reading import glance
from coalition.pages.querysets import all_pages

# A file of the sitemap tells of the pages of a language whose keys lie in one range, however few
# they are: every page has its file for good, and a file costs the same on a site of any size.
KEYS_A_SITEMAP = 500
# The tag of how many files there are.
SITEMAPS = "sitemaps"


def pages_like(model: type[Model], locale_id: int) -> str:
    """The tag of the list of all readable pages of a type in a language."""
    return f"{model._meta.label}:{locale_id}"


def translations(key: object) -> str:
    """The tag of the list of a page's translations."""
    return f"translations:{key}"


def sitemap_of(language: str, key: int) -> str:
    """The tag of the file of the sitemap where a page of this key stands: of all that it shows."""
    return f"sitemap:{language}:{key // KEYS_A_SITEMAP}"


def months(first: date, last: date) -> Iterator[date]:
    """The first day of each month from that of one day to that of another: lists go by months."""
    for number in range(first.year * 12 + first.month - 1, last.year * 12 + last.month):
        yield date(number // 12, number % 12 + 1, 1)


def standing_of(page, place: Hashable = None) -> dict[str, Hashable]:
    """A page that readers may not see stands in no list. `place` is what its own type orders by."""
    if not type(page).objects.readable().filter(pk=page.pk).exists():
        return {glance(type(page), page.pk): None} | opened_by(page)
    return {
        **opened_by(page),
        **in_sitemaps(page),
        translations(page.translation_key): (page.locale_id, page.url_path),
        pages_like(type(page), page.locale_id): (page.pk, page.url_path, place),
    }


def in_sitemaps(page) -> dict[str, Hashable]:
    """The files that name it: its own, and those of its translations."""
    changed = page.last_published_at
    told = (page.pk, page.url_path, changed and changed.date())
    named = (
        all_pages().readable().in_spoken_languages().filter(translation_key=page.translation_key)
    )
    return {
        sitemap_of(language, key): told if key == page.pk else told[:2]
        for language, key in named.values_list("locale__language_code", "pk")
    }


def opened_by(page) -> dict[str, Hashable]:
    """Whether it is the only page, draft or not, for whose sake there are so many files."""
    number = page.pk // KEYS_A_SITEMAP
    others = all_pages().filter(pk__gte=number * KEYS_A_SITEMAP).exclude(pk=page.pk)
    return {} if others.exists() else {SITEMAPS: number}
