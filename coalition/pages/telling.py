"""Whether words tell readers of one language what a picture shows, as far as a program can see."""

import re
from collections.abc import Collection
from typing import Final

from django.utils.translation import get_language_info
from django.utils.translation import gettext as _

LETTER: Final = re.compile(r"[^\W\d_]")
ARABIC_LETTER: Final = re.compile("[\u0620-\u064a\u066e-\u06d3]")
RUN_OF_LETTERS: Final = re.compile(r"[^\W\d_]+")
FEWEST_LETTERS: Final = 2
# With its extension; of one piece, as programs write them; or as cameras number them.
NAME_OF_A_FILE: Final = re.compile(
    r".*\.(avif|bmp|gif|heic|jpe?g|png|svg|tiff?|webp)|[\w-]*_[\w-]*"
    r"|(img|dji|dsc[fn]?|pxl)[ -]?\d+",
    re.IGNORECASE,
)
# Small words inside names of people and places.
OF_NAMES: Final = {
    *("abu", "al", "bin", "el", "ibn"),
    *("d", "da", "de", "del", "della", "di", "du", "l", "la", "le", "y"),
    *("den", "der", "ten", "ter", "van", "von"),
}


def what_is_wrong_with(words: str, language: str, source_words: Collection[str] = ()) -> str:
    """A sentence; empty where nothing is. `source_words` stand on the page that was translated."""
    if len(LETTER.findall(words)) < FEWEST_LETTERS:
        complaint = _("Say what the picture shows: “%(words)s” tells nobody.")
    elif NAME_OF_A_FILE.fullmatch(words.strip()):
        complaint = _("Say what the picture shows: “%(words)s” is the name of a file.")
    elif not is_in_letters_of(language, words):
        complaint = _("Say what the picture shows in the language of this page, not “%(words)s”.")
    elif words.strip() in source_words and not is_only_names(words):
        complaint = _(
            "Say what the picture shows in the language of this page: “%(words)s” stands on the "
            "page that it is translated from. Names alone may stay as they are."
        )
    else:
        return ""
    return complaint % {"words": words.strip()}


def is_in_letters_of(language: str, text: str) -> bool:
    """English and French cannot be told apart by their letters; Arabic can be from both."""
    letters = LETTER.findall(text)
    arabic = [letter for letter in letters if ARABIC_LETTER.match(letter)]
    if language.partition("-")[0] == "ar":
        return bool(arabic)
    return bool(get_language_info(language)["bidi"]) or len(arabic) < len(letters)


def is_only_names(text: str) -> bool:
    """Nothing in it begins with a small letter, but for what stands inside of names."""
    words = RUN_OF_LETTERS.findall(text)
    return not any(word[0].islower() and word not in OF_NAMES for word in words)
