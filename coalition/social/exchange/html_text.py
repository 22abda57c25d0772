"""A post that came as HTML, as the text its author typed."""

import re
from html.parser import HTMLParser
from typing import Final

PARAGRAPHS: Final = {"p", "div", "blockquote", "pre", "ul", "ol", "h1", "h2", "h3", "h4"}
SILENT: Final = {"script", "style", "template"}


def text_of(html: str) -> str:
    """Paragraphs, lines and full addresses; nothing else of the HTML is left."""
    reading = _Reading()
    reading.feed(html)
    reading.close()
    text = re.sub(r"[ \t]*\n[ \t]*", "\n", "".join(reading.pieces))
    return re.sub(r"\n{3,}", "\n\n", text).strip()


class _Reading(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self.silent, self.address, self.link_begins = 0, "", 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in SILENT:
            self.silent += 1
        elif tag == "a":
            self.address, self.link_begins = dict(attrs).get("href") or "", len(self.pieces)
        elif tag == "br":
            self.pieces.append("\n")
        elif tag == "li":
            self.pieces.append("\n– ")
        elif tag in PARAGRAPHS:
            self.pieces.append("\n\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in SILENT:
            self.silent = max(0, self.silent - 1)
        elif tag == "a":
            self._end_link()
        elif tag in PARAGRAPHS:
            self.pieces.append("\n\n")

    def handle_data(self, data: str) -> None:
        if not self.silent:
            # A line break in HTML is a space; those that show are `<br>`.
            self.pieces.append(re.sub(r"\s+", " ", data))

    def _end_link(self) -> None:
        """A name or a hashtag stays as it is said; any other link says where it leads."""
        said = "".join(self.pieces[self.link_begins :])
        if self.address.startswith(("http://", "https://")) and not said.startswith(("@", "#")):
            self.pieces[self.link_begins :] = [re.sub(r"\s", "%20", self.address)]
        self.address = ""
