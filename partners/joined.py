"""When a partner joined, said as exactly as it is known."""

from datetime import date

from django.utils.dates import MONTHS
from django.utils.translation import gettext as _

from coalition.pages.dates import written_day, written_month


def joined_in_words(earliest: date, latest: date) -> str:
    """A day, a month, or the months between which it happened."""
    if earliest == latest:
        return written_day(latest)
    if (earliest.year, earliest.month) == (latest.year, latest.month):
        return written_month(latest)
    is_one_year = earliest.year == latest.year
    first = str(MONTHS[earliest.month]) if is_one_year else written_month(earliest)
    return _("between %(first)s and %(last)s") % {"first": first, "last": written_month(latest)}


def joined_in_years(earliest: date, latest: date) -> str:
    """Where there is room for no more: “2017”, or “2014–2016” when only the range is known."""
    if earliest.year == latest.year:
        return str(latest.year)
    return f"{earliest.year}–{latest.year}"
