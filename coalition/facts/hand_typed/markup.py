"""The words of a rich text as a reader sees them, each sign knowing where it stands in the HTML."""

import re
from dataclasses import dataclass
from html import unescape
from typing import Final

TAG: Final = re.compile(r"<(?P<closes>/?)(?P<name>[a-z][a-z0-9]*)[^>]*?(?P<is_empty>/?)>", re.I)
CLOSING_TAG: Final = re.compile(r"</[a-z][^>]*>", re.I)
PIECE: Final = re.compile(r"<[^>]*>|&[#\w]+;|.", re.DOTALL)

INLINE: Final = {"a", "b", "code", "em", "i", "s", "span", "strong", "sub", "sup", "u"}
# Stands for what is no text, such as a quoted fact: no number and no noun goes across it.
NO_TEXT: Final = "\ufffc"


@dataclass(frozen=True)
class Markup:
    """HTML with the text in it; `spans` has, for each sign of the text, its place in the HTML."""

    html: str
    text: str
    spans: list[tuple[int, int]]

    def place_of(self, start: int, end: int) -> tuple[int, int] | None:
        """Where a part of the text stands in the HTML, with whole elements only.

        None where that cannot be, and inside a link, which can hold no fact.
        """
        first, last = self.spans[start][0], self.spans[end - 1][1]
        if self._is_in_link(first):
            return None
        return _with_whole_elements(self.html, first, last)

    def _is_in_link(self, position: int) -> bool:
        links = [tag for tag in TAG.finditer(self.html, 0, position) if tag["name"].lower() == "a"]
        return bool(links) and not links[-1]["closes"]


def read_html(html: str) -> Markup:
    signs: list[str] = []
    spans: list[tuple[int, int]] = []
    for piece in PIECE.finditer(html):
        for sign in _text_of(piece.group()):
            signs.append(sign)
            spans.append(piece.span())
    return Markup(html, "".join(signs), spans)


def read_plain(text: str) -> Markup:
    """A text without markup."""
    return Markup(text, text, [(place, place + 1) for place in range(len(text))])


def _text_of(piece: str) -> str:
    tag = TAG.fullmatch(piece)
    if not tag:
        return unescape(piece)
    name = tag["name"].lower()
    if name in INLINE:
        return ""
    return NO_TEXT if name == "embed" else "\n"


def _with_whole_elements(html: str, start: int, end: int) -> tuple[int, int] | None:
    """Reaches out for the closing tags that follow: `82<sup>e` becomes `82<sup>e</sup>`."""
    is_open = 0
    for tag in TAG.finditer(html, start, end):
        if not tag["is_empty"]:
            is_open += -1 if tag["closes"] else 1
        if is_open < 0:
            return None
    for _ in range(is_open):
        closing = CLOSING_TAG.match(html, end)
        if not closing:
            return None
        end = closing.end()
    return start, end
