"""Reads the archive that X gives to the owner of an account: `data/tweets.js` and its pictures."""

import html
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import PurePosixPath
from typing import Final

from coalition.social.exchange.entry import Entry, read_each
from coalition.social.exchange.files import Archive
from coalition.social.exchange.json_stream import JSONStream
from coalition.social.exchange.post import ArchiveRefused, Found, Medium, Options, Post, Wrong, lost
from coalition.social.exchange.x_notes import Note, Notes

# Until 2022 both the files and the folders were called `tweet`.
POSTS: Final = re.compile(r"(?:^|/)tweets?(?:-part[0-9]{1,6})?\.js$")
NOTES: Final = re.compile(r"(?:^|/)note-tweet(?:-part[0-9]{1,6})?\.js$")
ACCOUNT: Final = re.compile(r"(?:^|/)account\.js$")
MEDIA_FOLDERS: Final = ("tweets_media", "tweet_media")
MOMENT: Final = "%a %b %d %H:%M:%S %z %Y"
REPOST: Final = re.compile(r"RT @(\w{1,15}): ?", re.ASCII)
SHORT_LINK: Final = re.compile(r"https?://t\.co/\w+", re.ASCII)


def is_x_archive(archive: Archive) -> bool:
    return bool(archive.find(POSTS))


def read_x_archive(archive: Archive, options: Options) -> Iterator[Found]:
    reader = XReader(archive, options)
    for file in archive.find(POSTS):
        read = partial(reader.read, PurePosixPath(file).parent)
        yield from read_each(file, _entries(archive, [file]), read)


def _entries(archive: Archive, names: list[str]) -> Iterator[tuple[int, int, object]]:
    for name in names:
        with archive.open(name) as file:
            yield from JSONStream(file, name).entries()


def _account(archive: Archive, options: Options) -> tuple[str, str]:
    """Its handle and its name."""
    for _number, _line, values in _entries(archive, archive.find(ACCOUNT)):
        try:
            account = Entry(values).entry("account")
            handle = options.account or account.text("username")
            return handle, account.text("accountDisplayName", "") or handle
        except Wrong as error:
            raise ArchiveRefused(f"account.js: {error}") from error
    if not options.account:
        raise ArchiveRefused("There is no account.js in it. Say whose it is with --account.")
    return options.account, options.account


class XReader:
    """What one archive says."""

    def __init__(self, archive: Archive, options: Options) -> None:
        self.archive, self.options = archive, options
        self.account, self.name = _account(archive, options)
        self.notes = Notes(_entries(archive, archive.find(NOTES)), "note-tweet.js")

    def read(self, data: PurePosixPath, entry: Entry) -> Found:
        post = entry.entry("tweet") if "tweet" in entry else entry
        if self._is_answer(post) and not self.options.with_answers:
            return Found(left_out="an answer to somebody else")
        native_id = post.text("id_str", post.text("id", ""))
        if not (native_id.isascii() and native_id.isdecimal()):
            raise Wrong(f"“id_str” is no number: {native_id[:40]}")
        pictures, media, media_links = self._media(post, data, native_id)
        handle, author, text = self._author(post, media_links)
        if not text:
            return Found(left_out="no text")
        return Found(
            Post(
                address=f"https://x.com/{self.account}/status/{native_id}",
                account=self.account,
                author_name=author,
                author_handle=handle,
                posted_at=_moment(post),
                text=text,
                language=post.text("lang", ""),
                medium=pictures[0] if pictures else None,
            ),
            lost=lost(pictures, media),
        )

    def _is_answer(self, post: Entry) -> bool:
        answered = post.text("in_reply_to_screen_name", "").lower()
        return bool(answered) and answered != self.account.lower()

    def _author(self, post: Entry, media_links: set[str]) -> tuple[str, str, str]:
        """Handle, name, and the words: those of a repost are somebody else's."""
        text, links = _words(post, self.notes)
        text = SHORT_LINK.sub(lambda link: _destination(link[0], links, media_links), text).strip()
        repost = REPOST.match(text)
        if not repost:
            return self.account, self.name, text
        return repost[1], _name_of(post, repost[1]), text[repost.end() :]

    def _media(
        self, post: Entry, data: PurePosixPath, native_id: str
    ) -> tuple[list[Medium], int, set[str]]:
        """Pictures that are there, how many media there were, and the links to them all."""
        extended = post.entry("extended_entities").entries("media")
        media = extended or post.entry("entities").entries("media")
        pictures = []
        for medium in media:
            path = PurePosixPath(medium.path("media_url_https") or medium.path("media_url"))
            file = f"{native_id}-{path.name}"
            paths = (str(data / folder / file) for folder in MEDIA_FOLDERS)
            found = next((path for path in paths if self.archive.holds(path)), None)
            if found and medium.text("type", "photo") == "photo":
                pictures.append(Medium(found, medium.text("ext_alt_text", "")))
        links = {medium.text("url", "") for medium in media}
        return pictures, len(media), links


def _words(post: Entry, notes: Notes) -> tuple[str, dict[str, str]]:
    """The text, whole, and where its short links lead."""
    text = html.unescape(post.text("full_text", post.text("text", "")))
    urls = post.entry("entities").entries("urls")
    links = {url.text("url", ""): url.text("expanded_url", "") for url in urls}
    note: Note | None = notes.whole(_moment(post), text)
    return (note.text, links | note.links) if note else (text, links)


def _destination(link: str, links: dict[str, str], media_links: set[str]) -> str:
    if link in media_links:
        return ""
    destination = links.get(link, "")
    is_address = destination.startswith(("http://", "https://"))
    return destination if is_address and not re.search(r"\s", destination) else link


def _name_of(post: Entry, handle: str) -> str:
    for mention in post.entry("entities").entries("user_mentions"):
        if mention.text("screen_name", "").lower() == handle.lower():
            return mention.text("name", "") or handle
    return handle


def _moment(post: Entry) -> datetime:
    text = post.text("created_at")
    try:
        return datetime.strptime(text, MOMENT).astimezone(UTC)
    except (OverflowError, ValueError):
        raise Wrong(f"“created_at” is no time: {text[:40]}") from None
