"""What a partner is called in a language, and where that stands in the alphabet."""

import unicodedata
from collections.abc import Mapping
from functools import cache

from babel import Locale
from babel.core import UnknownLocaleError
from django.conf import settings

ARABIC_ARTICLE = "ال"
# CLDR names these codes too: the unknown, the outlying, currencies' and those made for tests.
NO_TERRITORIES = ("EZ", "QO", "UN", "XA", "XB", "ZZ")


def site_languages() -> list[tuple[str, str]]:
    """The languages a name may be written in, as choices of a field."""
    languages: list[tuple[str, str]] = settings.LANGUAGES
    return languages


@cache
def territory_name(iso_code: str, language_code: str) -> str:
    """CLDR's name of a territory; empty where CLDR knows none."""
    try:
        locale = Locale.parse(language_code, sep="-")
    except (UnknownLocaleError, ValueError):
        return ""
    name: str = locale.territories.get(iso_code, "")
    return name


def is_territory(iso_code: str) -> bool:
    return iso_code not in NO_TERRITORIES and bool(territory_name(iso_code, "en"))


def known_names(iso_code: str, written: Mapping[str, str]) -> dict[str, str]:
    """The name in each of the site's languages that has one: written, else CLDR's."""
    names = {
        language: written.get(language) or territory_name(iso_code, language)
        for language, _ in site_languages()
    }
    return {language: name for language, name in names.items() if name}


def alphabetical(name: str) -> str:
    """What a name is sorted by: its letters without case, accents and the Arabic article."""
    letters = unicodedata.normalize("NFKD", name.removeprefix(ARABIC_ARTICLE))
    return "".join(sign for sign in letters if not unicodedata.combining(sign)).casefold()
