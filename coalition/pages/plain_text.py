"""Prose as search keeps it: without markup, and without what changes by itself."""

import re
from typing import Final

from wagtail.rich_text import get_text_for_indexing

# A fact's number is told anew on every render, so no number is kept that could grow old.
EMBED: Final = re.compile(r"<embed\b[^>]*>")


def plain_text(source: str) -> str:
    """Rich text in plain words; where it quotes a fact stands “…”."""
    text: str = get_text_for_indexing(EMBED.sub("…", source))
    return text
