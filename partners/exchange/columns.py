"""The columns of a file of partners, and how a value is written in each.

A value is always a text in one normal form ("2020-05-31", "82", "yes"; nothing is ""), so that
what a file says and what the register has can be compared as they are.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from partners.names import site_languages

# Of a partner, by column.
Values = Mapping[str, str]

NAME_COLUMNS: Final = {code: f"name_{code}" for code, _ in site_languages()}
COLUMNS: Final = (
    "public_id",
    *NAME_COLUMNS.values(),
    "iso2",
    "kind",
    "region",
    "joined_earliest",
    "joined_latest",
    "ordinal",
    "website",
    "status",
    "status_from",
    "live",
    "source",
    "confidence",
)
# One of them at least must say which partner a line is about.
IDENTIFYING: Final = ("public_id", "iso2", "name_en")
# Texts of several lines; all others have one.
LONG_TEXTS: Final = ("source",)
DEFAULTS: Final = dict.fromkeys(COLUMNS, "") | {"kind": "state", "status": "member", "live": "no"}


@dataclass(frozen=True)
class Row:
    """A line of a file as it stands there; `line` is where it begins."""

    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True)
class Table:
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Problem:
    """What is wrong in a line, and in which column if it is in one."""

    line: int
    column: str
    message: str


def normal(text: str) -> str:
    """Without what nobody sees: space around it, and the kind of its line ends."""
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()
