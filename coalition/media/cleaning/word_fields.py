"""Fields of Word: most count pages or name chapters, some fetch files or talk to programs."""

import re
from collections.abc import Iterable
from typing import Final

MARK: Final = "fldChar"
WHOLE: Final = "fldSimple"
WORDS: Final = {"delInstrText", "instrText"}
# How those begin that fetch: also DDEAUTO, INCLUDEPICTURE, INCLUDETEXT.
FETCHING: Final = re.compile("DATABASE|DDE|IMPORT|INCLUDE|LINK|RD", re.IGNORECASE)


class Fields:
    """Those of one part. Their words come in pieces, with other fields between them, so that each
    mark may be where one begins."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.length = 0
        self.begins: set[int] = set()

    def meet(self, kind: str, values: Iterable[str]) -> None:
        """An element, with the values of its attributes."""
        if kind == MARK:
            self.begins.add(self.length)
        elif kind == WHOLE:
            for value in values:
                self.begins.add(self.length)
                self.hear(value)

    def hear(self, words: str) -> None:
        said = "".join(words.split())
        self.pieces.append(said)
        self.length += len(said)

    @property
    def fetch(self) -> bool:
        said = "".join(self.pieces)
        return any(FETCHING.match(said, begin) for begin in self.begins)
