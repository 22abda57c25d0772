"""Checks what a line of a file says, before anybody asks whom it is about."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.text import slugify
from django.utils.translation import gettext as _

from coalition.reports.cells import is_runnable, rearmed
from partners.exchange.columns import LONG_TEXTS, NAME_COLUMNS, Problem, Row, Table, Values, normal
from partners.exchange.confidence import CONFIDENCES
from partners.public_ids import LONGEST
from partners.vocabulary import Kind, Region, Status

ISO_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
ISO_CODE: Final = re.compile(r"[A-Z]{2}")
PUBLIC_ID: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
LONGEST_NAME: Final = 120
LONGEST_ADDRESS: Final = 200
GREATEST_ORDINAL: Final = 32767


@dataclass(frozen=True)
class Line:
    """What a line says of a partner; a column that the file lacks says nothing."""

    number: int
    values: Values


class Wrong(ValueError):
    """A cell cannot mean what it says."""


def checked(table: Table) -> tuple[list[Line], list[Problem]]:
    """The lines that make sense, and everything that is wrong in the others."""
    lines, problems = [], []
    for row in table.rows:
        values: dict[str, str] = {}
        found = list(_check(row, table.columns, values))
        problems += found
        if not found:
            lines.append(Line(row.line, values))
    return lines, problems


def _check(row: Row, columns: tuple[str, ...], values: dict[str, str]) -> Iterator[Problem]:
    if len(row.cells) != len(columns):
        numbers = {"found": len(row.cells), "expected": len(columns)}
        message = _("Cells in this line: %(found)s; in the first line: %(expected)s.") % numbers
        yield Problem(row.line, "", message)
        return
    for column, cell in zip(columns, row.cells, strict=True):
        try:
            values[column] = _value(column, cell)
        except Wrong as error:
            yield Problem(row.line, column, str(error))


def _value(column: str, cell: str) -> str:
    text = normal(cell)
    if is_runnable(text):
        raise Wrong(
            _("“%(text)s” is a formula. If it is meant as a text, put an apostrophe before it.")
            % {"text": text}
        )
    text = rearmed(text)
    allowed = "\n\t" if column in LONG_TEXTS else ""
    if any(unicodedata.category(sign) == "Cc" and sign not in allowed for sign in text):
        raise Wrong(_("There is a line break or another control character in this cell."))
    return CHECKS.get(column, _any_text)(text)


def _any_text(text: str) -> str:
    return text


def _public_id(text: str) -> str:
    if text and (len(text) > LONGEST or not PUBLIC_ID.fullmatch(text)):
        raise Wrong(_("“%(text)s” is no id: small letters, digits and hyphens.") % {"text": text})
    return text


def _name(text: str) -> str:
    if len(text) > LONGEST_NAME:
        raise Wrong(_("A name has at most %(most)s letters.") % {"most": LONGEST_NAME})
    return text


def _iso_code(text: str) -> str:
    code = text.upper()
    if code and not ISO_CODE.fullmatch(code):
        raise Wrong(_("“%(text)s” is no ISO code: two letters, as in IQ.") % {"text": text})
    return code


def _region(text: str) -> str:
    region = slugify(text)
    if text and region not in Region.values:
        raise _unlike(text, Region.values)
    return region


def _day(text: str) -> str:
    if text:
        try:
            is_day = ISO_DAY.fullmatch(text) and date.fromisoformat(text)
        except ValueError:
            is_day = None
        if not is_day:
            raise Wrong(_("“%(text)s” is no day. Write YYYY-MM-DD.") % {"text": text})
    return text


def _ordinal(text: str) -> str:
    if not text:
        return ""
    if not (text.isascii() and text.isdecimal() and 0 < int(text) <= GREATEST_ORDINAL):
        raise Wrong(_("“%(text)s” is no ordinal. Write a whole number.") % {"text": text})
    return str(int(text))


def _website(text: str) -> str:
    if text:
        try:
            URLValidator(["http", "https"])(text)
        except ValidationError:
            raise Wrong(_("“%(text)s” is no web address.") % {"text": text}) from None
        if len(text) > LONGEST_ADDRESS:
            raise Wrong(_("This web address is too long."))
    return text


def _one_of(*choices: str, default: str = "") -> Callable[[str], str]:
    def choice(text: str) -> str:
        chosen = text.lower() or default
        if chosen not in choices:
            raise _unlike(text, [choice for choice in choices if choice])
        return chosen

    return choice


def _unlike(text: str, choices: list[str]) -> Wrong:
    known = {"text": text, "choices": ", ".join(choices)}
    return Wrong(_("“%(text)s” is none of these: %(choices)s.") % known)


CHECKS: Final[dict[str, Callable[[str], str]]] = {
    "public_id": _public_id,
    **dict.fromkeys(NAME_COLUMNS.values(), _name),
    "iso2": _iso_code,
    "kind": _one_of(*Kind.values, default=Kind.STATE),
    "region": _region,
    "joined_earliest": _day,
    "joined_latest": _day,
    "ordinal": _ordinal,
    "website": _website,
    "status": _one_of(*Status.values, default=Status.MEMBER),
    "status_from": _day,
    "live": _one_of("", "yes", "no"),
    "confidence": _one_of("", *CONFIDENCES),
}
