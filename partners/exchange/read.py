"""Reads a file of partners: which line says what, not yet whether that makes sense."""

from collections.abc import Iterable, Iterator
from typing import IO, Final

from django.utils.translation import gettext as _

from partners.exchange.columns import COLUMNS, IDENTIFYING, Row, Table
from partners.exchange.read_csv import csv_rows
from partners.exchange.read_excel import excel_rows
from partners.exchange.refusal import FileRefused

MOST_BYTES: Final = 5 * 1024 * 1024
MOST_ROWS: Final = 5000
ZIP: Final = b"PK\x03\x04"
OLD_EXCEL: Final = b"\xd0\xcf\x11\xe0"


def read_table(file: IO[bytes]) -> Table:
    """The columns and lines of a CSV or Excel file; never more of it than is allowed."""
    content = file.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        raise FileRefused(_("The file is larger than 5 MB. A register of partners never is."))
    if content.startswith(OLD_EXCEL):
        raise FileRefused(_("This is an old Excel file (.xls). Save it as .xlsx or as CSV."))
    rows = excel_rows(content) if content.startswith(ZIP) else csv_rows(content)
    header = next(rows, None)
    if header is None:
        raise FileRefused(_("The file is empty."))
    columns = _columns(header)
    filled = (row for row in rows if any(row.cells))
    return Table(columns, tuple(_not_too_many(filled)))


def _columns(header: Row) -> tuple[str, ...]:
    columns = tuple(cell.strip().lower() for cell in header.cells)
    unknown = [column for column in columns if column not in COLUMNS]
    if unknown:
        raise FileRefused(
            _("There is no column “%(column)s”. The columns are: %(columns)s.")
            % {"column": unknown[0], "columns": ", ".join(COLUMNS)}
        )
    doubled = [column for column in COLUMNS if columns.count(column) > 1]
    if doubled:
        raise FileRefused(_("The column “%(column)s” is there twice.") % {"column": doubled[0]})
    if not set(columns) & set(IDENTIFYING):
        raise FileRefused(
            _("No column says which partner a line is about: %(columns)s.")
            % {"columns": ", ".join(IDENTIFYING)}
        )
    return columns


def _not_too_many(rows: Iterable[Row]) -> Iterator[Row]:
    for number, row in enumerate(rows):
        if number == MOST_ROWS:
            raise FileRefused(
                _("The file has more than %(most)s lines. A register of partners never has.")
                % {"most": MOST_ROWS}
            )
        yield row
