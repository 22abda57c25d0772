"""An entry as files in a folder of its own, fresh or set aside."""

import os
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from time import time
from typing import Final
from uuid import uuid4

from coalition.delivery.store.entry import Entry, described, read
from coalition.delivery.store.locks import unfollowed

ENDINGS: Final = {"identity": "", "gzip": ".gz", "br": ".br"}
# What web servers hand out by themselves, and what they would call a page although it is none.
PAGE: Final = "index.html"
NO_PAGE: Final = "index.data"
STALE_BODY: Final = "stale.body"
# The descriptions count: they are written last, and go after what web servers look for.
FRESH: Final = "entry.json"
STALE: Final = "stale.json"


def write_entry(place: Path, entry: Entry) -> None:
    place.mkdir(parents=True, exist_ok=True)
    second = max(int(time()), second_of_body_in(place) + 1)
    body = PAGE if entry.is_html else NO_PAGE
    for coding, content in entry.bodies.items():
        write(place / f"{body}{ENDINGS[coding]}", content, second)
    write(place / FRESH, described(entry))
    # Until then it is all that there is to be shown.
    for name in (STALE, *(f"{STALE_BODY}{ending}" for ending in ENDINGS.values())):
        (place / name).unlink(missing_ok=True)


def second_of_body_in(place: Path) -> int:
    """Of the newest. nginx knows by second and length whether a browser has a page already."""
    seconds = [0]
    for name in (PAGE, NO_PAGE, STALE_BODY):
        with suppress(FileNotFoundError):
            seconds.append(int((place / name).lstat().st_mtime))
    return max(seconds)


def read_entry(place: Path, description: str) -> Entry:
    entry = read(content_of(place / description))
    body = STALE_BODY if description == STALE else PAGE if entry.is_html else NO_PAGE
    return replace(
        entry,
        bodies={
            coding: content_of(place / f"{body}{ending}") for coding, ending in ENDINGS.items()
        },
    )


def content_of(path: Path) -> bytes:
    with open(path, "rb", opener=unfollowed) as file:
        return file.read()


def set_aside(place: Path) -> bool:
    """Keep it for when nothing better can be had; whether there was anything fresh."""
    for name in (PAGE, NO_PAGE):
        for ending in ENDINGS.values():
            with suppress(FileNotFoundError):
                (place / f"{name}{ending}").replace(place / f"{STALE_BODY}{ending}")
    try:
        (place / FRESH).replace(place / STALE)
    except FileNotFoundError:
        return False
    # Its time tells from here on since when it is stale.
    os.utime(place / STALE)
    return True


def remove_all(place: Path) -> None:
    for name in (PAGE, NO_PAGE, STALE_BODY):
        for ending in ENDINGS.values():
            (place / f"{name}{ending}").unlink(missing_ok=True)
    for name in (FRESH, STALE):
        (place / name).unlink(missing_ok=True)
    # Others may lie below it.
    with suppress(OSError):
        place.rmdir()


def write(path: Path, content: bytes, second: int | None = None) -> None:
    """Whole or not at all, whoever reads it meanwhile, and as if in this second."""
    new = path.with_name(f"new-{uuid4().hex}")
    try:
        new.write_bytes(content)
        new.chmod(0o644)
        if second is not None:
            os.utime(new, (second, second))
        new.replace(path)
    except OSError:
        new.unlink(missing_ok=True)
        raise
