"""In which lists a page stands; see `delivery.changes`."""

from collections.abc import Hashable, Iterator
from datetime import date

from django.db.models import Model

# What every page waits for: other pages lie below one whose address changes, and links lead there.
ADDRESSES = "addresses"


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
    address = {ADDRESSES: (page.pk, page.url_path)} if page.numchild else {}
    if not page.live or page.withdrawals.exists():
        return address
    return address | {
        translations(page.translation_key): (page.locale_id, page.url_path),
        pages_like(type(page), page.locale_id): (page.pk, page.path, page.url_path, place),
    }
