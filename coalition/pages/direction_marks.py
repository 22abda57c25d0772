"""Takes invisible marks of direction from names: in them they only pretend.

With them a title can read backwards, and one address look like another.
https://trojansource.codes/
"""

import re
from typing import Final

from django.db.models import CharField, Model

# All that have Unicode's property Bidi_Control.
MARKS: Final = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
NAMES: Final = re.compile("title|slug|name|author")


def strip_marks(row: Model) -> None:
    """In every short text of the row that names something."""
    for field in row._meta.concrete_fields:
        if isinstance(field, CharField) and NAMES.search(field.name):
            value = getattr(row, field.attname)
            if isinstance(value, str):
                setattr(row, field.attname, MARKS.sub("", value))
