"""What a partner is called in a language."""

from babel import Locale
from babel.core import UnknownLocaleError


def territory_name(iso_code: str, language_code: str) -> str:
    """CLDR's name of a territory; empty where CLDR knows none."""
    try:
        locale = Locale.parse(language_code, sep="-")
    except (UnknownLocaleError, ValueError):
        return ""
    return locale.territories.get(iso_code, "")
