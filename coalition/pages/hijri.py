"""Days of the Islamic calendar, by its tables: what the eye sees of the moon may be a day off.

After Reingold and Dershowitz, *Calendrical Calculations*; their fixed days are Python's ordinals.
"""

from datetime import date
from typing import Final, NamedTuple

from django.utils.translation import pgettext_lazy

EPOCH: Final = 227015  # The ordinal of 1 Muharram 1.

MONTHS: Final = (
    pgettext_lazy("month", "Muharram"),
    pgettext_lazy("month", "Safar"),
    pgettext_lazy("month", "Rabi al-Awwal"),
    pgettext_lazy("month", "Rabi al-Thani"),
    pgettext_lazy("month", "Jumada al-Ula"),
    pgettext_lazy("month", "Jumada al-Akhira"),
    pgettext_lazy("month", "Rajab"),
    pgettext_lazy("month", "Shaban"),
    pgettext_lazy("month", "Ramadan"),
    pgettext_lazy("month", "Shawwal"),
    pgettext_lazy("month", "Dhu al-Qadah"),
    pgettext_lazy("month", "Dhu al-Hijjah"),
)


class HijriDay(NamedTuple):
    year: int
    month: int
    day: int

    @property
    def month_name(self) -> str:
        return str(MONTHS[self.month - 1])


def hijri_day(day: date) -> HijriDay:
    """Of a day after the Hijra."""
    ordinal = day.toordinal()
    year = (30 * (ordinal - EPOCH) + 10646) // 10631
    month = (11 * (ordinal - ordinal_of(year, 1, 1)) + 330) // 325
    return HijriDay(year, month, 1 + ordinal - ordinal_of(year, month, 1))


def ordinal_of(year: int, month: int, day: int) -> int:
    """Eleven years of thirty are leap years; months have 30 and 29 days in turn."""
    days_of_years = (year - 1) * 354 + (3 + 11 * year) // 30
    return EPOCH - 1 + days_of_years + 29 * (month - 1) + month // 2 + day
