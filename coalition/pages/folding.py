"""Text as search compares it: a word is found however it is accented, spelt or begun."""

import re
import unicodedata
from typing import Final

# Longer words stop PostgreSQL, and nobody looks for them.
LONGEST_WORD: Final = 60

WORD: Final = re.compile(r"[^\W_]+")

# A letter as people write it, or a sign that stands over, under or inside their words.
WRITTEN: Final = r"[\w\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u00ad\u200c]"

# Letters that readers take for one another, and that Unicode does not decompose.
ALIKE: Final = str.maketrans(
    {
        "æ": "ae",
        "œ": "oe",
        "ø": "o",
        "đ": "d",
        "ł": "l",
        "ı": "i",
        "ـ": None,  # tatweel stretches a word and is no letter
        "ٱ": "ا",
        "ى": "ي",
        "ی": "ي",
        "ک": "ك",
        "ة": "ه",
    }
)

# The Arabic article, with the particles that are written together with it, where a word remains.
ARTICLE: Final = re.compile(r"^(?:(?:[وفبك]?ال|لل)(?=.{3}))+")

# Endings that come and go with number in English and French. A word asked for and a word written
# lose the same ones, so it does no harm that “partie” and “party” become one.
ENDINGS: Final = (
    # The “s” of most plurals; not that of Paris, Laos, Hamas or a class.
    (re.compile(r"(?<=[a-z]{2}[b-df-hj-np-rtv-ze])s$"), ""),
    (re.compile(r"(?<=[a-z]{2})ie$"), "y"),
    (re.compile(r"(?<=[a-z](?:ch|sh|ss|us|zz|[a-z]o|[a-z]x))e$"), ""),
    (re.compile(r"(?<=[a-z]eau|[a-z]{2}eu|[a-z]{2}ou)x$"), ""),
    (re.compile(r"(?<=[a-z]{3})(?<!e)aux$"), "al"),
)

# The plurals without an ending that people look for here.
UNEVEN: Final = {"children": "child", "men": "man", "women": "woman"}


def folded_words(text: str) -> list[str]:
    """The words of a text in order: without case, accents, vowel signs, articles and plurals."""
    return [_stem(word[:LONGEST_WORD]) for word in WORD.findall(bare_letters(text))]


def fold(text: str) -> str:
    return " ".join(folded_words(text))


def bare_letters(text: str) -> str:
    """The text without case, accents, vowel signs, tatweel and marks that nobody sees."""
    # Case folding may compose what was decomposed, so it happens between two decompositions.
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    bare = "".join(_digit(sign) for sign in decomposed if not _is_unseen(sign))
    return bare.translate(ALIKE)


def _stem(word: str) -> str:
    """What is left once nothing more can be taken away, so that folding twice changes nothing."""
    stem = ARTICLE.sub("", word)
    for ending, instead in ENDINGS:
        stem = ending.sub(instead, stem)
    stem = UNEVEN.get(stem, stem)
    return stem if stem == word else _stem(stem)


def _is_unseen(sign: str) -> bool:
    """Accents, vowel signs, soft hyphens, marks of direction."""
    return unicodedata.category(sign) in {"Mn", "Cf"}


def _digit(sign: str) -> str:
    """Arabic digits as European ones; everything else as it is."""
    return str(unicodedata.decimal(sign, sign))
