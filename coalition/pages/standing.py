"""In which lists a page stands; see `delivery.changes`."""

from collections.abc import Hashable, Iterator
from datetime import date

from django.db.models import Model

from coalition.delivery.reading import glance


def pages_like(model: type[Model], locale_id: int) -> str:
    """The tag of the list of all readable pages of a type in a language."""
    return f"{model._meta.label}:{locale_id}"


def translations(key: object) -> str:
    """The tag of the list of a page's translations."""
    return f"translations:{key}"


def months(first: date, last: date) -> Iterator[date]:
    """The first day of each month from that of one day to that of another: lists go by months."""
    for number in range(first.year * 12 + first.month - 1, last.year * 12 + last.month):
        yield date(number // 12, number % 12 + 1, 1)


def standing_of(page, place: Hashable = None) -> dict[str, Hashable]:
    """A page that readers may not see stands in no list. `place` is what its own type orders by."""
    if not type(page).objects.readable().filter(pk=page.pk).exists():
        return {glance(type(page), page.pk): None}
    return {
        translations(page.translation_key): (page.locale_id, page.url_path),
        pages_like(type(page), page.locale_id): (page.pk, page.url_path, place),
    }
