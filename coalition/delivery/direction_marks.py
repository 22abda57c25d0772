"""Takes invisible marks of direction from names: in them they only pretend.

With them a title can read backwards, and one address look like another.
https://trojansource.codes/
"""

import re
from typing import Any, Final

from django.db.models import CharField, Model

# All that have Unicode's property Bidi_Control.
MARKS: Final = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
NAMES: Final = re.compile("title|slug|name|author")


def strip_marks(row: Model) -> None:
    """In every short text of the row that names something."""
    for field in row._meta.concrete_fields:
        if isinstance(field, CharField) and NAMES.search(field.name):
            # What was not read with the row is not written with it.
            value = row.__dict__.get(field.attname)
            if isinstance(value, str):
                setattr(row, field.attname, MARKS.sub("", value))


class PlainlyNamed(Model):
    """Something whose names are without them, whether a form or a program writes it."""

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        strip_marks(self)
        super().save(*args, **kwargs)

    def clean(self) -> None:
        strip_marks(self)
        super().clean()
