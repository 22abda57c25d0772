"""What search keeps: the index, the words it knows, promoted results, and what was not found."""

from coalition.search.models.entry import Entry
from coalition.search.models.miss import Miss
from coalition.search.models.promotion import Promotion, promoted_pages
from coalition.search.models.word import Word

__all__ = ["Entry", "Miss", "Promotion", "Word", "promoted_pages"]
