"""HTML that can stand anywhere: full addresses, nothing that runs or needs our styles."""

import re
from html import escape
from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit

VOID = {"br", "img", "source", "track"}
LEFT_OUT_WHOLE = {"script", "style", "svg", "template", "iframe", "object", "form", "button"}
ATTRIBUTES = {
    "a": {"href"},
    "img": {"src", "alt", "width", "height"},
    "video": {"controls", "poster", "width", "height"},
    "source": {"src", "type"},
    "track": {"kind", "src", "srclang", "label"},
    "th": {"scope"},
}
# The words of any other element stay, its tags go.
KEPT = {
    *("p", "br", "h2", "h3", "h4", "ul", "ol", "li", "dl", "dt", "dd"),
    *("strong", "b", "em", "i", "sup", "sub", "cite", "time", "bdi", "blockquote"),
    *("a", "figure", "figcaption", "img", "video", "track", "details", "summary"),
    *("table", "caption", "thead", "tbody", "tr", "th", "td"),
}
ADDRESSES = {"href", "src", "poster"}
SCHEMES = {"http", "https", "mailto", "tel"}
FOR_ANY = {"lang", "dir"}
# No-break spaces mean something.
SPACES = re.compile(r"[ \t\r\n]+")


def portable(html: str, base: str) -> str:
    """The HTML with every address made full from `base`, and only what is harmless anywhere."""
    reader = _Reader(base)
    reader.feed(html)
    reader.close()
    return "".join(reader.written).strip()


class _Reader(HTMLParser):
    def __init__(self, base: str) -> None:
        super().__init__()
        self.base = base
        self.written: list[str] = []
        self.left_out: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in LEFT_OUT_WHOLE or self.left_out:
            if tag in LEFT_OUT_WHOLE:
                self.left_out.append(tag)
        elif tag in KEPT or self._is_film(tag, attrs):
            kept = ATTRIBUTES.get(tag, set()) | FOR_ANY
            pairs = [(name, self._safe(name, value or "")) for name, value in attrs if name in kept]
            written = [f' {name}="{escape(value)}"' for name, value in pairs if value is not None]
            self.written.append(f"<{tag}{''.join(written)}>")

    def handle_endtag(self, tag: str) -> None:
        if self.left_out:
            if tag == self.left_out[-1]:
                self.left_out.pop()
        elif tag in KEPT and tag not in VOID:
            self.written.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        if not self.left_out:
            self.written.append(escape(SPACES.sub(" ", data), quote=False))

    def _is_film(self, tag: str, attrs: list[tuple[str, str | None]]) -> bool:
        """A picture's sources say the same as its `img`; a film's are all it has."""
        return tag == "source" and "src" in dict(attrs)

    def _safe(self, name: str, value: str) -> str | None:
        """The attribute's value; None for an address that leads nowhere or to no good."""
        if name not in ADDRESSES:
            return value
        try:
            address = urljoin(self.base, value)
        except ValueError:
            return None
        return address if urlsplit(address).scheme in SCHEMES else None
