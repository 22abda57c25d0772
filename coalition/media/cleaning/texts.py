"""Plain text: read by people and by spreadsheets, which take some cells for orders."""

import csv
import re
from collections.abc import Iterator
from io import StringIO
from itertools import pairwise
from typing import Final

from django.utils.translation import gettext as _

from coalition.media.cleaning.budget import Budget
from coalition.media.cleaning.refusal import Refused

CONTROL: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
LOOKS_LIKE_MARKUP: Final = re.compile(r"\s*<[!?a-z]", re.IGNORECASE)
# A number may begin with a sign, and a dash stands for none; all else could be a formula.
# Spreadsheets in East Asia read wide signs as the narrow ones.
HARMLESS_CELL: Final = re.compile(
    r"[^=+\-@\uff1d\uff0b\uff0d\uff20\t\r]|[+\-\uff0b\uff0d]?[\d\s.,%\u00a0\u202f]*$"
)
# Excel cuts cells at whatever this names.
OWN_DELIMITER: Final = re.compile(r"\W*sep=", re.IGNORECASE)

MOMENT: Final = r"\s*(\d+:)?[0-5]\d:[0-5]\d\.\d{3}\s*"
CUE_TIMES: Final = re.compile(f"{MOMENT}-->{MOMENT}")
MARKUP: Final = re.compile(r"<[^>]*>|&(nbsp|lrm|rlm);")

# A comma is a decimal sign in much of the world: spreadsheets there take other signs between cells.
DELIMITERS: Final = (",", ";", "\t")


def clean_text(content: bytes, extension: str, budget: Budget) -> bytes:
    """As it is: there is no room in it for anything that is not seen."""
    read_text(content)
    return content


def clean_table(content: bytes, extension: str, budget: Budget) -> bytes:
    """As it is, or refused: numbers that we mend would be our numbers."""
    text = read_text(content)
    if OWN_DELIMITER.match(text):
        raise Refused(
            _("The first line tells spreadsheets what stands between cells. Leave it out."),
            code="formula",
        )
    try:
        for delimiter in DELIMITERS:
            refuse_formulas(text, delimiter)
    except csv.Error:
        raise Refused(_("This is no table that a spreadsheet can open."), "unreadable") from None
    return content


def refuse_formulas(text: str, delimiter: str) -> None:
    for line, row in rows(text, delimiter):
        if cell := next((cell for cell in row if cell and not HARMLESS_CELL.match(cell)), None):
            raise Refused(
                _("Spreadsheets take “%(cell)s” in line %(line)s for a formula. Use words.")
                % {"cell": cell[:40], "line": line},
                code="formula",
            )


def rows(text: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """Each row with the line of the file on which it begins: a cell may hold several lines."""
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter)
    line = 1
    for row in reader:
        yield line, row
        line = reader.line_num + 1


def clean_captions(content: bytes, extension: str, budget: Budget) -> bytes:
    """Browsers say nothing of captions that they cannot read: an editor is told here."""
    text = read_text(content)
    if not text.startswith("WEBVTT"):
        raise Refused(_("This is no WebVTT file: those begin with the word WEBVTT."), "unreadable")
    if not says_something(text):
        raise Refused(
            _(
                "No words stand in this file with the time at which to show them, as in "
                "“00:01.000 --> 00:04.000” with the words in the line below."
            ),
            code="empty",
        )
    return content


def says_something(captions: str) -> bool:
    """Whether any time is followed by more than the tags that say who speaks."""
    lines = captions.splitlines()
    return any(
        CUE_TIMES.match(times) and MARKUP.sub("", words).strip() for times, words in pairwise(lines)
    )


def read_text(content: bytes) -> str:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Refused(
            _("This is no text in UTF-8. Save it as UTF-8 and try again."), "text"
        ) from None
    if CONTROL.search(text) or LOOKS_LIKE_MARKUP.match(text):
        raise Refused(_("This is no plain text: it looks like a program or a web page."), "text")
    return text
