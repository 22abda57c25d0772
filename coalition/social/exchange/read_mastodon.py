"""Reads the archive of a Mastodon account: `outbox.json` and the pictures beside it."""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Final

from coalition.social.exchange.entry import Entry, read_each
from coalition.social.exchange.files import Archive
from coalition.social.exchange.html_text import text_of
from coalition.social.exchange.json_stream import JSONStream
from coalition.social.exchange.post import Found, Medium, Options, Post, Wrong, lost

OUTBOX: Final = re.compile(r"(?:^|/)outbox\.json$")
ACTOR: Final = "actor.json"
PUBLIC: Final = {"https://www.w3.org/ns/activitystreams#Public", "as:Public", "Public"}
PERSON: Final = re.compile(r"https?://([\w.-]+)/(?:@|users/)?([\w.-]+)/?")


def is_outbox(archive: Archive) -> bool:
    return bool(archive.find(OUTBOX))


def read_mastodon(archive: Archive, options: Options, file: str = "") -> Iterator[Found]:
    file = file or min(archive.find(OUTBOX), key=len)
    reader = MastodonReader(archive, file, options)
    with archive.open(file) as opened:
        entries = JSONStream(opened, file).entries_of("orderedItems")
        yield from read_each(file, entries, reader.read)


class MastodonReader:
    """What one outbox says."""

    def __init__(self, archive: Archive, file: str, options: Options) -> None:
        self.archive, self.folder, self.options = archive, PurePosixPath(file).parent, options
        self.name = _name(archive, str(self.folder / ACTOR))

    def read(self, activity: Entry) -> Found:
        kind = activity.text("type")
        if kind not in ("Create", "Announce"):
            return Found(left_out=f"neither a post nor a repost ({kind[:40]})")
        if not isinstance(activity.values.get("object"), dict):
            return Found(left_out="a repost whose text is not in the archive")
        note = activity.entry("object")
        # What was meant for followers or for one reader stands in the archive too.
        addressed = {*activity.texts("to"), *activity.texts("cc")}
        if not (addressed & PUBLIC and {*note.texts("to"), *note.texts("cc")} & PUBLIC):
            return Found(left_out="not public")
        if self._is_answer(note) and not self.options.with_answers:
            return Found(left_out="an answer to somebody else")
        pictures, media = self._pictures(note)
        text = "\n\n".join(filter(None, [note.text("summary", ""), text_of(_content(note))]))
        if not text.strip():
            return Found(left_out="no text")
        return Found(self._post(activity, note, text, pictures), lost=lost(pictures, media))

    def _post(self, activity: Entry, note: Entry, text: str, pictures: list[Medium]) -> Post:
        actor = activity.text("actor", note.text("attributedTo", ""))
        author = _handle(note.text("attributedTo", actor))
        is_own = author == _handle(actor)
        account = self.options.account or _handle(actor)
        return Post(
            address=note.text("url", note.text("id", "")),
            account=account,
            author_name=(self.name or account) if is_own else author,
            author_handle=account if is_own else author,
            posted_at=(activity if "published" in activity else note).moment("published"),
            text=text,
            language=_language(note),
            medium=pictures[0] if pictures else None,
        )

    def _is_answer(self, note: Entry) -> bool:
        answered = note.text("inReplyTo", "")
        return bool(answered) and not answered.startswith(note.text("attributedTo", "") + "/")

    def _pictures(self, note: Entry) -> tuple[list[Medium], int]:
        attachments = note.entries("attachment")
        pictures = []
        for attachment in attachments:
            name = str(self.folder / attachment.path("url").lstrip("/"))
            if self.archive.holds(name) and attachment.text("mediaType", "").startswith("image/"):
                pictures.append(Medium(name, attachment.text("name", "")))
        return pictures, len(attachments)


def _name(archive: Archive, file: str) -> str:
    """How the account calls itself, if the archive says it."""
    if not archive.holds(file):
        return ""
    with archive.open(file) as opened:
        actor = JSONStream(opened, file).value()
    try:
        return Entry(actor).text("name", "")
    except Wrong:
        return ""


def _handle(address: str) -> str:
    """`https://example.social/users/press` is press@example.social."""
    person = PERSON.fullmatch(address)
    if not person:
        raise Wrong(f"“{address[:80]}” is the address of nobody.")
    return f"{person[2]}@{person[1]}"


def _content(note: Entry) -> str:
    contents = note.entry("contentMap")
    return note.text("content", "") or contents.text(next(iter(contents.values), ""), "")


def _language(note: Entry) -> str:
    """The one whose words are the post's; else the first that is named."""
    contents: dict[str, object] = note.entry("contentMap").values
    said = note.text("content", "")
    names = [name for name, words in contents.items() if words == said] or list(contents)
    return names[0] if names else ""
