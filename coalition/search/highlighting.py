"""Marks the words a reader looked for."""

import re
from collections.abc import Collection
from functools import lru_cache
from typing import Final

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from coalition.pages.folding import WRITTEN, folded_words

WRITTEN_WORD: Final = re.compile(f"({WRITTEN}+)")


def highlighted(text: str, words: Collection[str]) -> SafeString:
    """The text as HTML, every word that folds to one of `words` in a `<mark>`."""
    parts = (
        format_html("<mark>{}</mark>", part) if is_one_of(part, words) else part
        for part in WRITTEN_WORD.split(text)
    )
    return format_html_join("", "{}", ((part,) for part in parts))


def is_one_of(part: str, words: Collection[str]) -> bool:
    return any(word in words for word in _folded(part))


@lru_cache(maxsize=10_000)
def _folded(part: str) -> tuple[str, ...]:
    """Remembered, because a language's words come again and again."""
    return tuple(folded_words(part))
