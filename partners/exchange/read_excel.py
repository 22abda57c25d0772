"""Reads the first sheet of an Excel file."""

from collections.abc import Iterator
from datetime import date
from io import BytesIO
from typing import Any, Final
from zipfile import BadZipFile, ZipFile

from django.utils.translation import gettext as _
from openpyxl import load_workbook

from partners.exchange.columns import Row
from partners.exchange.refusal import FileRefused

# An Excel file is a zip file; what is in it must not be a thousand times as large.
MOST_BYTES_UNPACKED: Final = 50 * 1024 * 1024


def excel_rows(content: bytes) -> Iterator[Row]:
    """Each line as texts, filled up to the width of the first."""
    _refuse_too_large(content)
    width = 0
    for line, values in enumerate(_values(content), start=1):
        cells = [_text(value) for value in values]
        while len(cells) > width and not cells[-1]:
            cells.pop()
        width = width or len(cells)
        yield Row(line, tuple(cells + [""] * (width - len(cells))))


def _refuse_too_large(content: bytes) -> None:
    try:
        size = sum(file.file_size for file in ZipFile(BytesIO(content)).infolist())
    except BadZipFile:
        raise FileRefused(_("The Excel file is damaged.")) from None
    if size > MOST_BYTES_UNPACKED:
        raise FileRefused(_("The Excel file is too large once unpacked."))


def _values(content: bytes) -> Iterator[tuple[Any, ...]]:
    try:
        workbook = load_workbook(BytesIO(content), read_only=True, keep_links=False)
        yield from workbook.worksheets[0].iter_rows(values_only=True)
    except Exception as error:  # It fails in a dozen ways, at any line.
        raise FileRefused(_("The Excel file cannot be read.")) from error


def _text(value: Any) -> str:
    """What a person sees in the cell; a formula stays a formula."""
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case date():
            return f"{value:%Y-%m-%d}"
        case float() if value.is_integer():
            return str(int(value))
        case _:
            return str(value)
