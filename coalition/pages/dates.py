"""Days and moments as readers of the active language write them.

The order is CLDR's, the names of months are those of our catalogues (see `months`).
"""

from datetime import date, datetime

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, get_date_format, get_datetime_format
from django.utils import timezone
from django.utils.dates import MONTHS
from django.utils.translation import get_language

# A language by itself stands for its largest country, whose order of dates may not be ours.
SPELT_AS = {"en": "en_GB"}
# French says the first of a month as an ordinal, which CLDR does not.
FIRST_OF_MONTH = {"fr": "1er"}


def cldr_locale() -> Locale:
    """Of the active language; English for one that CLDR does not know."""
    code = get_language() or "en"
    try:
        return Locale.parse(SPELT_AS.get(code, code), sep="_" if code in SPELT_AS else "-")
    except UnknownLocaleError:
        return Locale.parse(SPELT_AS["en"])


def written_day(day: date) -> str:
    """Of a moment: its day where we are."""
    if isinstance(day, datetime):
        day = timezone.localtime(day)
    locale = cldr_locale()
    pattern = str(get_date_format("long", locale).pattern)
    if day.day == 1 and locale.language in FIRST_OF_MONTH:
        pattern = pattern.replace("d", _quoted(FIRST_OF_MONTH[locale.language]), 1)
    return _written(day, pattern, locale)


def written_month(day: date) -> str:
    """With its year."""
    locale = cldr_locale()
    return _written(day, str(locale.datetime_skeletons["yMMMM"].pattern), locale)


def written_moment(moment: datetime) -> str:
    """With its zone, which a reader elsewhere cannot guess."""
    local = timezone.localtime(moment)
    clock = f"{local:%H:%M} {local.tzname()}"
    return str(get_datetime_format("medium", cldr_locale())).format(clock, written_day(local))


def _written(day: date, pattern: str, locale: Locale) -> str:
    named = pattern.replace("MMMM", _quoted(str(MONTHS[day.month])))
    return format_date(day, named, locale)


def _quoted(words: str) -> str:
    """Words that stand in a pattern for themselves."""
    escaped = words.replace("'", "''")
    return f"'{escaped}'"
