"""Writes partners into a file, as CSV or for Excel; the same cells in both."""

import csv
from collections.abc import Iterable, Iterator
from io import BytesIO, StringIO

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

from coalition.reports.cells import disarmed
from partners.exchange.columns import COLUMNS, Values


def as_csv(partners: Iterable[Values]) -> bytes:
    """In UTF-8 with the mark by which Excel knows it."""
    file = StringIO(newline="")
    csv.writer(file).writerows(_rows(partners))
    return file.getvalue().encode("utf-8-sig")


def as_excel(partners: Iterable[Values]) -> bytes:
    workbook = Workbook(write_only=True)
    sheet = workbook.create_sheet("partners")
    for row in _rows(partners):
        cells = [WriteOnlyCell(sheet, ILLEGAL_CHARACTERS_RE.sub("", text)) for text in row]
        for cell in cells:
            # Otherwise it would guess formulas and errors from the text.
            cell.data_type = "s"
        sheet.append(cells)
    file = BytesIO()
    workbook.save(file)
    return file.getvalue()


def _rows(partners: Iterable[Values]) -> Iterator[list[str]]:
    yield list(COLUMNS)
    for partner in partners:
        yield [disarmed(partner[column]) for column in COLUMNS]
