"""The demo's files to download: the tables of its fact sheets, for those who count with them."""

import csv
from io import StringIO

from coalition.demo.builders import build_document
from coalition.media.models import DocumentFile


def fact_sheet(texts, language: str) -> DocumentFile:
    """The first table of a story's body, as a file that spreadsheets open."""
    table = next(block for block in texts["body"] if block["type"] == "table")
    return build_document(
        table["caption"],
        filename=f"{texts['slug']}.csv",
        content=as_csv(table),
        language=language,
    )


def as_csv(table) -> bytes:
    lines = StringIO()
    csv.writer(lines).writerows([table["header"], *table["rows"]])
    # Without the mark some spreadsheets take UTF-8 for something else.
    return lines.getvalue().encode("utf-8-sig")
