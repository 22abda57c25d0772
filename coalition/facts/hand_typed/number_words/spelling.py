"""What a spelling is, and what it says."""

from dataclasses import dataclass
from typing import Final

Spelling = tuple[str, ...]

HUNDRED: Final = 100


@dataclass(frozen=True)
class Reading:
    """What a spelling says; Arabic ordinals and definite numbers alike have the article."""

    value: int
    is_ordinal: bool = False
    has_article: bool = False
