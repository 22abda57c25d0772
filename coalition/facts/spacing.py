"""Sets the spaces of French as plain texts are kept: no filter stands before them in templates."""

from coalition.facts.french import spaced
from coalition.facts.texts import Text, rewrite


def set_spaces(row) -> None:
    """In its fields, its blocks and the rows that belong to it, wherever there is room."""
    rewrite(row, _spaced)


def _spaced(text: Text) -> str | None:
    after = text.source if text.is_html else spaced(text.source)
    has_room = text.max_length is None or len(after) <= text.max_length
    return after if after != text.source and has_room else None
