"""When a partner joined, said as exactly as it is known."""

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _


def joined_in_words(earliest: date, latest: date) -> str:
    """A day, a month, or the months between which it happened."""
    if earliest == latest:
        return date_format(latest, "j F Y")
    if (earliest.year, earliest.month) == (latest.year, latest.month):
        return date_format(latest, "F Y")
    first = date_format(earliest, "F" if earliest.year == latest.year else "F Y")
    last = date_format(latest, "F Y")
    return _("between %(first)s and %(last)s") % {"first": first, "last": last}


def joined_in_years(earliest: date, latest: date) -> str:
    """Where there is room for no more: “2017”, or “2014–2016” when only the range is known."""
    if earliest.year == latest.year:
        return str(latest.year)
    return f"{earliest.year}–{latest.year}"
