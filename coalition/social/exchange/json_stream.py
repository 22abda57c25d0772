"""Reads JSON that does not fit into memory, one entry at a time.

Not `ijson`: its parser turns half characters into question marks without a word, and a file of
opening brackets into as much memory as there is.
"""

import codecs
import json
import re
from collections.abc import Iterator
from typing import IO, Final

from coalition.social.exchange.post import ArchiveRefused

CHUNK: Final = 256 * 1024
# Of one entry. A post of the longest kind has not a tenth of it.
MOST_SIGNS: Final = 4 * 1024 * 1024
SPACE: Final = re.compile(r"[ \t\r\n]*")
# What makes a script of X's files: `window.YTD.tweets.part0 = [ … ]`.
ASSIGNMENT: Final = re.compile(r"\s*window\.YTD\.\w{1,40}\.part[0-9]{1,6}\s*=")

Numbered = tuple[int, int, object]


class JSONStream:
    """Text that is read as far as it is needed, and forgotten once it was understood."""

    def __init__(self, file: IO[bytes], name: str) -> None:
        # Bytes that are no UTF-8 become signs which `sound` refuses, in the entry they stand in.
        self.utf_8 = codecs.getincrementaldecoder("utf-8-sig")("surrogateescape")
        self.file, self.name = file, name
        self.decoder = json.JSONDecoder(parse_int=str, parse_float=str)
        self.buffer, self.position, self.line, self.is_at_end = "", 0, 1, False

    def entries(self) -> Iterator[Numbered]:
        """The entries of a list, with number and line, both from one."""
        self._read_more()
        if assignment := ASSIGNMENT.match(self.buffer):
            self._advance(assignment.end())
        yield from self._list()
        if self.next_sign() not in ("", ";"):
            raise self._refusal("there is something after the end of the list")

    def entries_of(self, wanted: str) -> Iterator[Numbered]:
        """The entries of the list that stands under a name in an object."""
        self._expect("{", "it does not begin with {")
        is_found, goes_on = False, self.next_sign() != "}"
        while goes_on:
            key = self.value()
            self._expect(":", "a colon is missing")
            if key == wanted and not is_found:
                is_found = True
                yield from self._list()
            else:
                self.value(f"“{str(key)[:40]}”: ")
            goes_on = self._passes_comma()
        self._expect("}", "a comma or the end of the object is missing")
        if not is_found:
            raise self._refusal(f"there is no “{wanted}” in it")

    def next_sign(self) -> str:
        """The next sign that is no space; nothing at the end."""
        while True:
            space = SPACE.match(self.buffer, self.position)
            self._advance(space.end() if space else self.position)
            if self.position < len(self.buffer):
                return self.buffer[self.position]
            if not self._read_more():
                return ""

    def value(self, where: str = "") -> object:
        """Whatever stands here, whole."""
        self.next_sign()
        while True:
            try:
                value, end = self.decoder.raw_decode(self.buffer, self.position)
            except RecursionError:
                raise self._refusal(f"{where}lists within lists without end") from None
            except ValueError as error:
                offset = getattr(error, "pos", self.position) - self.position
                # Perhaps the rest of it has not been read yet.
                if self._read_more():
                    continue
                reason = error.msg if isinstance(error, json.JSONDecodeError) else str(error)
                raise self._refusal(where + reason, offset) from None
            # A number could go on behind the end of what was read.
            if end < len(self.buffer) or not self._read_more():
                self._advance(min(end, len(self.buffer)))
                return value

    def _list(self) -> Iterator[Numbered]:
        self._expect("[", "a list was expected here, beginning with [")
        number, goes_on = 0, self.next_sign() != "]"
        while goes_on:
            number += 1
            self.next_sign()
            yield number, self.line, self.value(f"entry {number}: ")
            goes_on = self._passes_comma()
        self._expect("]", f"a comma or the end of the list is missing after entry {number}")

    def _expect(self, sign: str, otherwise: str) -> None:
        if self.next_sign() != sign:
            raise self._refusal(otherwise)
        self._advance(self.position + 1)

    def _passes_comma(self) -> bool:
        is_comma = self.next_sign() == ","
        if is_comma:
            self._advance(self.position + 1)
        return is_comma

    def _advance(self, position: int) -> None:
        self.line += self.buffer.count("\n", self.position, position)
        self.position = position

    def _read_more(self) -> bool:
        """As much again as there is, so that a long entry is not begun anew too often."""
        self.buffer, self.position = self.buffer[self.position :], 0
        if self.is_at_end or len(self.buffer) > MOST_SIGNS:
            return False
        more = self.file.read(max(CHUNK, len(self.buffer)))
        self.is_at_end = not more
        self.buffer += self.utf_8.decode(more, final=self.is_at_end)
        return bool(more)

    def _refusal(self, reason: str, offset: int = 0) -> ArchiveRefused:
        line = self.line + self.buffer.count("\n", self.position, self.position + offset)
        if len(self.buffer) > MOST_SIGNS:
            reason += f" (or it is longer than {MOST_SIGNS} signs)"
        return ArchiveRefused(f"{self.name}, line {line}: {reason}.")
