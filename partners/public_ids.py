"""What a partner is called in addresses and files, for good: `iq`, `nato`."""

import re
from collections.abc import Container
from itertools import count

from django.utils.text import slugify

LONGEST = 60
ABBREVIATION = re.compile(r"\(([A-Z][A-Z-]+)\)$")


def suggested(iso_code: str, english_name: str) -> str:
    """The code, else the abbreviation at the end of the name, else the name itself."""
    abbreviation = ABBREVIATION.search(english_name)
    words = abbreviation[1] if abbreviation else english_name
    return iso_code.lower() or slugify(words)[:LONGEST].strip("-") or "partner"


def free(wanted: str, taken: Container[str]) -> str:
    """The wanted one, or the first of its followers that nobody has."""
    followers = (f"{wanted[: LONGEST - 5]}-{number}" for number in count(2))
    return wanted if wanted not in taken else next(name for name in followers if name not in taken)
