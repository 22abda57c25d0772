"""Reads lines of text whose cells are separated by a sign."""

import csv
import re
from collections.abc import Iterator
from io import StringIO
from typing import Final

from django.utils.translation import gettext as _

from partners.exchange.columns import COLUMNS, Row
from partners.exchange.refusal import FileRefused

SEPARATORS: Final = (",", ";", "\t")
MARKS: Final = {
    b"\xff\xfe\x00\x00": "UTF-32",
    b"\x00\x00\xfe\xff": "UTF-32",
    b"\xff\xfe": "UTF-16",
    b"\xfe\xff": "UTF-16",
}
# In Western text letters beyond ASCII stand alone; in Arabic a word is made of them.
WORD_BEYOND_ASCII: Final = re.compile(rb"[\x80-\xff]{3}")


def csv_rows(content: bytes) -> Iterator[Row]:
    """Each record with the line on which it begins, the header first."""
    text = _decoded(content)
    records = csv.reader(StringIO(text, newline=""), delimiter=_separator(text), strict=True)
    line = 1
    while True:
        try:
            record = next(records, None)
        except csv.Error as error:
            raise FileRefused(
                _("Line %(line)s: quotation marks are open or misplaced (%(error)s).")
                % {"line": line, "error": error}
            ) from None
        if record is None:
            return
        yield Row(line, tuple(record))
        line = records.line_num + 1


def _decoded(content: bytes) -> str:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _not_utf_8(content, error.start) from None
    if "\x00" in text:
        raise _not_utf_8(content, 0)
    return text


def _not_utf_8(content: bytes, position: int) -> FileRefused:
    line = content.count(b"\n", 0, position) + 1
    return FileRefused(
        _(
            "The file is not in UTF-8; it looks like %(encoding)s (line %(line)s). "
            "Save it as “CSV UTF-8”."
        )
        % {"encoding": _likely_encoding(content), "line": line}
    )


def _likely_encoding(content: bytes) -> str:
    for mark, encoding in MARKS.items():
        if content.startswith(mark):
            return encoding
    if b"\x00" in content:
        return "UTF-16"
    return "Windows-1256" if WORD_BEYOND_ASCII.search(content) else "Windows-1252"


def _separator(text: str) -> str:
    """The one by which the first line falls into columns that we know."""
    header = text.partition("\n")[0]
    known = {
        separator: sum(cell.strip(' "\r').lower() in COLUMNS for cell in header.split(separator))
        for separator in SEPARATORS
    }
    best = max(SEPARATORS, key=lambda separator: known[separator])
    if text.strip() and not known[best]:
        raise FileRefused(
            _(
                "The first line does not name the columns, separated by commas, semicolons or "
                "tabs. It should begin with %(columns)s."
            )
            % {"columns": ",".join(COLUMNS[:3])}
        )
    return best
