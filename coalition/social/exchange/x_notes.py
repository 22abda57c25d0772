"""The long posts of X: the archive has only their beginning among the others."""

import html
from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from typing import Final, NamedTuple

from coalition.social.exchange.entry import Entry
from coalition.social.exchange.json_stream import Numbered
from coalition.social.exchange.post import ArchiveRefused, Wrong

# Of all of them together: these alone are kept in memory.
MOST_SIGNS: Final = 30_000_000
# The beginning that two posts of one second do not share.
BEGINNING: Final = 60


class Note(NamedTuple):
    text: str
    links: dict[str, str]


class Notes:
    """Found by their second and their beginning: no id leads from one to the other."""

    def __init__(self, entries: Iterable[Numbered], name: str) -> None:
        self.by_moment: dict[datetime, list[Note]] = defaultdict(list)
        signs = 0
        for number, line, values in entries:
            try:
                moment, note = _note(Entry(values).entry("noteTweet"))
            except Wrong as error:
                raise ArchiveRefused(f"{name}, entry {number} (line {line}): {error}") from error
            signs += len(note.text)
            if signs > MOST_SIGNS:
                raise ArchiveRefused(f"{name}: the long posts are longer than any account's.")
            self.by_moment[moment].append(note)

    def whole(self, moment: datetime, text: str) -> Note | None:
        for note in self.by_moment.get(moment, ()):
            if note.text.startswith(text[:BEGINNING]):
                return note
        return None


def _note(entry: Entry) -> tuple[datetime, Note]:
    core, moment = entry.entry("core"), entry.moment("createdAt").replace(microsecond=0)
    links = {url.text("shortUrl"): url.text("expandedUrl", "") for url in core.entries("urls")}
    return moment, Note(html.unescape(core.text("text")), links)
