"""The flags among the emoji, and which country each of them says."""

import re
from typing import Final

from babel import Locale

# Two letters of their own kind, or a black flag with the letters of a part of a country.
PAIR: Final = r"[\U0001f1e6-\U0001f1ff]{2}"
PART: Final = r"\U0001f3f4[\U000e0061-\U000e007a]{3,6}\U000e007f"
FLAG: Final = re.compile(rf"{PAIR}|{PART}")

REGIONAL_INDICATOR_A: Final = 0x1F1E6
TAG_BEFORE_A: Final = 0xE0060
BLACK_FLAG: Final = "\U0001f3f4"

# The only three that Unicode recommends; Babel brings no names of parts of countries.
PARTS: Final = {
    "gbeng": {"en": "England", "fr": "Angleterre", "ar": "إنجلترا"},
    "gbsct": {"en": "Scotland", "fr": "Écosse", "ar": "اسكتلندا"},
    "gbwls": {"en": "Wales", "fr": "Pays de Galles", "ar": "ويلز"},
}


def country_of(flag: str, language_code: str) -> str | None:
    """The country's name in a language; none where no country has this flag."""
    if flag.startswith(BLACK_FLAG):
        letters = (chr(ord(sign) - TAG_BEFORE_A + ord("a") - 1) for sign in flag[1:-1])
        return PARTS.get("".join(letters), {}).get(language_code)
    code = "".join(chr(ord(sign) - REGIONAL_INDICATOR_A + ord("A")) for sign in flag)
    return Locale.parse(language_code, sep="-").territories.get(code)
