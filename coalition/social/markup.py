"""Turns a post's text into HTML: paragraphs, links, names, hashtags and flags."""

import re
from typing import Final

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from coalition.social.flags import FLAG, country_of

LONGEST_SHOWN_ADDRESS: Final = 40
LONGEST_UNBROKEN: Final = 24

# A word takes the marks that stand on or between its letters: Arabic vowels, the zero-width
# non-joiner of Persian, combining accents.
LETTER: Final = r"[\w\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u200c]"
# An address ends where an emoji begins, even one made of a digit (1️⃣), and before the
# punctuation that closes a sentence.
ADDRESS: Final = r"https?://[^\W_](?:[\w\-.~:/?#\[\]@!$&'()*+,;=%](?!\ufe0f))*"
TOKEN: Final = re.compile(
    rf"""
    (?P<address>{ADDRESS})
    | (?<![\w@/])@\w{{1,50}}(?:@[\w.-]*\w)?
    | (?<![\w#&/])\#(?=\w*[^\W\d_]){LETTER}+(?:-\d+)*
    | (?P<flag>{FLAG.pattern})
    """,
    re.VERBOSE | re.IGNORECASE,
)
CLOSING: Final = ".,;:!?'…*_~"
BRACKETS: Final = {")": "(", "]": "["}


def post_html(text: str, language_code: str) -> SafeString:
    """Safe HTML of a post; flags are named in the post's language."""
    paragraphs = re.split(r"\n\s*\n", text.replace("\r\n", "\n").strip())
    return format_html_join(
        "", "<p>{}</p>", ((_lines(paragraph, language_code),) for paragraph in paragraphs)
    )


def shown_address(address: str) -> str:
    """An address as people say it: without `https://www.`, and cut where it grows long."""
    said = re.sub(r"^https?://(www\.)?", "", address, flags=re.IGNORECASE).removesuffix("/")
    if len(said) <= LONGEST_SHOWN_ADDRESS:
        return said
    return f"{said[: LONGEST_SHOWN_ADDRESS - 1]}…"


def without_closing_punctuation(address: str) -> str:
    """An address without what belongs to the sentence around it: a full stop, a bracket."""
    while address[-1] in CLOSING or _closes_nothing(address):
        address = address[:-1]
    return address


def _closes_nothing(address: str) -> bool:
    opening = BRACKETS.get(address[-1])
    return opening is not None and address.count(opening) < address.count(address[-1])


def _lines(paragraph: str, language_code: str) -> SafeString:
    first, *others = [_line(line.strip(), language_code) for line in paragraph.split("\n")]
    return format_html("{}{}", first, format_html_join("", "<br>{}", ((line,) for line in others)))


def _line(line: str, language_code: str) -> SafeString:
    pieces: list[str] = []
    position = 0
    while match := TOKEN.search(line, position):
        piece, end = _piece(match, language_code)
        pieces += [line[position : match.start()], piece]
        position = end
    return format_html_join("", "{}", ((piece,) for piece in [*pieces, line[position:]]))


def _piece(match: re.Match[str], language_code: str) -> tuple[str, int]:
    """What was recognised, as HTML, and where it ends in the line."""
    if match["address"]:
        address = without_closing_punctuation(match["address"])
        return _link(address), match.start() + len(address)
    if match["flag"]:
        return _flag(match["flag"], language_code), match.end()
    return _name(match.group()), match.end()


def _name(name: str) -> SafeString:
    """A name or hashtag. Without `dir` the stylesheet keeps it on one line: the long may break."""
    isolated = "<bdi>{}</bdi>" if len(name) <= LONGEST_UNBROKEN else '<bdi dir="auto">{}</bdi>'
    return format_html(isolated, name)


def _link(address: str) -> SafeString:
    return format_html(
        '<a href="{}" rel="nofollow noopener"><bdi dir="ltr">{}</bdi></a>',
        address,
        shown_address(address),
    )


def _flag(flag: str, language_code: str) -> str:
    """A flag that says its country; one that no country has stays as it is.

    Its signs run from left to right, like letters: isolated, it leaves the order of its neighbours.
    """
    country = country_of(flag, language_code)
    if not country:
        return flag
    return format_html('<bdi role="img" aria-label="{}">{}</bdi>', country, flag)
