"""The spaces that French sets before its high punctuation and inside its quotation marks."""

import re
from typing import Final

NARROW: Final = "\u202f"
SPACES: Final = "[ \u00a0\u202f]"
# What a reader copies as it is: addresses, handles, hashtags, and entities of HTML.
AS_THEY_ARE: Final = re.compile(r"(\S*://\S*|www\.\S+|\S+@\S+|[@#]\w+\S*|&#?\w+;)")
TAGS: Final = re.compile(r"(<[^>]*>)")
CODE: Final = re.compile(r"<(/?)(?:code|pre|script|style)\b")

SPACED: Final = re.compile(rf"{SPACES}+(?=[;:!?]+(?:[\s»”)\].,]|$))")
MISSING: Final = re.compile(r"(?<=[\w)\]»”’%])(?=[;:!?]+(?:[\s»”)]|$))")
OPENED: Final = re.compile(rf"«{SPACES}*(?=\S)")
CLOSED: Final = re.compile(rf"(?<=\S){SPACES}*»")


def is_french(language_code: str | None) -> bool:
    return (language_code or "").split("-")[0] == "fr"


def spaced(text: str) -> str:
    """Plain text with its spaces set; twice does what once does."""
    pieces = AS_THEY_ARE.split(text)
    # Every second piece is what the pattern found.
    pieces[::2] = [_set(piece) for piece in pieces[::2]]
    return "".join(pieces)


def spaced_html(html: str) -> str:
    """As above for what stands between tags, but not in code."""
    pieces, in_code = TAGS.split(html), False
    for position, piece in enumerate(pieces):
        tag = CODE.match(piece) if position % 2 else None
        if tag:
            in_code = not tag[1]
        elif not position % 2 and not in_code:
            pieces[position] = spaced(piece)
    return "".join(pieces)


def _set(text: str) -> str:
    text = MISSING.sub(NARROW, SPACED.sub(NARROW, text))
    return CLOSED.sub(f"{NARROW}»", OPENED.sub(f"«{NARROW}", text))
