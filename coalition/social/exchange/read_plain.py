"""Reads posts from a table of our own: CSV, or JSON with an object a post."""

import csv
from collections.abc import Iterator
from functools import partial
from io import TextIOWrapper
from typing import Final

from coalition.social.exchange.entry import Entry, read_each
from coalition.social.exchange.files import Archive
from coalition.social.exchange.json_stream import JSONStream, Numbered
from coalition.social.exchange.post import ArchiveRefused, Found, Medium, Options, Post, Wrong

COLUMNS: Final = {
    "address": "where the original stands; needed, and what tells one post from another",
    "posted_at": "when, as 2020-05-31T07:15:00Z; needed; without a zone it is UTC",
    "text": "as it was posted; needed",
    "account": "whose stream it stood in, without the @; needed unless --account says it",
    "author_handle": "who wrote it, without the @; the account, if empty",
    "author_name": "the author's name; the handle, if empty",
    "language": "en, fr or ar",
    "picture": "a file beside this one",
    "picture_alt": "what is to be seen in it",
}


def read_plain(archive: Archive, options: Options, file: str) -> Iterator[Found]:
    entries = _json_entries if file.lower().endswith(".json") else _csv_entries
    yield from read_each(file, entries(archive, file), partial(_read, archive, options))


def _json_entries(archive: Archive, file: str) -> Iterator[Numbered]:
    with archive.open(file) as opened:
        yield from JSONStream(opened, file).entries()


def _csv_entries(archive: Archive, file: str) -> Iterator[Numbered]:
    # Bytes that are no UTF-8 become signs which `sound` refuses, in the cell they stand in.
    with TextIOWrapper(archive.open(file), "utf-8-sig", "surrogateescape", newline="") as text:
        records = csv.reader(text, strict=True)
        try:
            columns = [column.strip().lower() for column in next(records, [])]
            if not {"address", "posted_at", "text"} <= set(columns):
                raise ArchiveRefused(f"{file}, line 1: the columns are {', '.join(COLUMNS)}.")
            line = records.line_num + 1
            for number, cells in enumerate(records, start=1):
                if cells:
                    yield number, line, _by_column(columns, cells)
                line = records.line_num + 1
        except csv.Error as error:
            raise ArchiveRefused(f"{file}, line {records.line_num}: {error}.") from error


def _by_column(columns: list[str], cells: list[str]) -> dict[str, str]:
    if len(cells) > len(columns):
        # Not to be taken for a post: it says of itself what is wrong.
        return {f"{cells[len(columns)][:40]} (a cell too many)": ""}
    return dict(zip(columns, cells, strict=False))


def _read(archive: Archive, options: Options, entry: Entry) -> Found:
    unknown = [column for column in entry.values if column not in COLUMNS]
    if unknown:
        raise Wrong(f"There is no column “{unknown[0]}”. They are {', '.join(COLUMNS)}.")
    account = options.account or entry.text("account", "").strip().removeprefix("@")
    handle = entry.text("author_handle", "").strip().removeprefix("@") or account
    picture = entry.text("picture", "").strip()
    if picture and not archive.holds(picture):
        raise Wrong(f"There is no picture “{picture[:80]}” beside the file.")
    post = Post(
        address=entry.text("address").strip(),
        account=account,
        author_name=entry.text("author_name", "").strip() or handle,
        author_handle=handle,
        posted_at=entry.moment("posted_at"),
        text=entry.text("text").strip(),
        language=entry.text("language", "").strip().lower(),
        medium=Medium(picture, entry.text("picture_alt", "").strip()) if picture else None,
    )

    return Found(post)
