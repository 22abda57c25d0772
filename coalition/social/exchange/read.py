"""Which archive this is, and what stands in it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from coalition.social.exchange.files import Archive
from coalition.social.exchange.json_stream import JSONStream
from coalition.social.exchange.post import ArchiveRefused, Found, Options
from coalition.social.exchange.read_mastodon import is_outbox, read_mastodon
from coalition.social.exchange.read_plain import read_plain
from coalition.social.exchange.read_x_archive import is_x_archive, read_x_archive

TABLES: Final = (".csv", ".json")


def read_posts(archive: Archive, path: Path, options: Options) -> Iterator[Found]:
    """Every entry, in the archive's order; `path` is what was brought."""
    if path.suffix.lower() in TABLES:
        if _is_object(archive, path.name):
            return read_mastodon(archive, options, path.name)
        return read_plain(archive, options, path.name)
    if is_x_archive(archive):
        return read_x_archive(archive, options)
    if is_outbox(archive):
        return read_mastodon(archive, options)
    raise ArchiveRefused(
        f"{path}: neither an archive of X (data/tweets.js), nor one of Mastodon (outbox.json), "
        "nor a table (.csv, .json). What was packed as .tar.gz must be unpacked first."
    )


def _is_object(archive: Archive, name: str) -> bool:
    with archive.open(name) as opened:
        return name.lower().endswith(".json") and JSONStream(opened, name).next_sign() == "{"
