"""Zip archives, read as somebody else's: how many, how large, what they are called."""

import zipfile
import zlib
from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import Final, NamedTuple

from django.utils.translation import gettext as _

from coalition.media.cleaning.budget import Budget, too_large
from coalition.media.cleaning.refusal import Refused

BEGINNING: Final = b"PK\x03\x04"
# Before what the list at the end says of each file.
LISTED: Final = b"PK\x01\x02"
ENCRYPTED: Final = 1
NO_DAY: Final = (1980, 1, 1, 0, 0, 0)
BROKEN: Final = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    LookupError,
    NotImplementedError,
    OSError,
    RuntimeError,
    ValueError,
)


class Member(NamedTuple):
    name: str
    content: bytes
    is_compressed: bool = True


def members_of(content: bytes, budget: Budget) -> list[Member]:
    """Every file in it, unpacked; refused before it, or the list of it, fills our memory."""
    if not content.startswith(BEGINNING):
        raise Refused(_("This file is not what its name says."), "unreadable")
    if content.count(LISTED) > budget.pieces:
        raise too_large()
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            return list(_unpacked(archive, budget))
    except BROKEN as error:
        raise damaged() from error


def _unpacked(archive: zipfile.ZipFile, budget: Budget) -> Iterator[Member]:
    entries = [entry for entry in archive.infolist() if not entry.is_dir()]
    names = [entry.filename for entry in entries]
    if any(entry.flag_bits & ENCRYPTED for entry in entries):
        raise Refused(_("This file is locked. Save it without a password."), "locked")
    if len(names) != len(set(names)) or any(map(_leads_elsewhere, names)):
        raise Refused(_("This file holds names that lead elsewhere. Save it anew."), "names")
    if sum(entry.file_size for entry in entries) > budget.room:
        raise too_large()
    for entry in entries:
        with archive.open(entry) as file:
            # What the archive says of its sizes is only what it says.
            unpacked = file.read(budget.room + 1)
        budget.spend(len(unpacked), pieces=1)
        yield Member(entry.filename, unpacked, entry.compress_type != zipfile.ZIP_STORED)


def damaged() -> Refused:
    return Refused(_("This file is damaged: we cannot unpack it."), "unreadable")


def _leads_elsewhere(name: str) -> bool:
    return name.startswith("/") or "\\" in name or ".." in name.split("/") or not name.isprintable()


def packed(members: Iterable[Member]) -> bytes:
    """A new archive, without days, remarks, or the system it was made on."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for member in members:
            entry = zipfile.ZipInfo(member.name, NO_DAY)
            is_compressed = zipfile.ZIP_DEFLATED if member.is_compressed else zipfile.ZIP_STORED
            archive.writestr(entry, member.content, is_compressed)
    return out.getvalue()
