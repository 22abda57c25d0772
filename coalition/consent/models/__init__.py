"""The registry, the words with which we ask, and the receipts of what was answered."""

from coalition.consent.models.entries import CookieEntry, PurposeEntry
from coalition.consent.models.receipts import Receipt, Seal, ShownText
from coalition.consent.models.texts import ConsentTexts, CookieTexts, PurposeTexts

__all__ = [
    "ConsentTexts",
    "CookieEntry",
    "CookieTexts",
    "PurposeEntry",
    "PurposeTexts",
    "Receipt",
    "Seal",
    "ShownText",
]
