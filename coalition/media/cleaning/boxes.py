"""MP4: boxes within boxes. Those that tell of people become empty room of the same size.

Nothing moves, so the tables that say where each picture of the film lies stay right.
"""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import BinaryIO, Final, NamedTuple, TypeVar

from django.utils.translation import gettext as _

from coalition.media.cleaning.refusal import Refused

FOLDERS: Final = {b"moov", b"trak", b"mdia", b"moof", b"traf", b"edts"}
# Places, names, titles, programs, previews; what was said beside the pictures, and when.
TALES: Final = {b"udta", b"meta", b"uuid", b"free", b"skip", b"wide", b"emsg", b"prft"}
# They hold the days on which it was made and changed, as two numbers, of 8 bytes in version 1.
DAYS: Final = {b"mvhd", b"tkhd", b"mdhd"}
# Pictures, sound and words; other tracks are the way that a camera went.
KINDS_OF_TRACK: Final = {b"vide", b"soun", b"subt", b"text", b"sbtl", b"clcp"}
KIND_OF_TRACK: Final = b"hdlr"
NAME_OF_TRACK: Final = 24
# How large it is, and of what kind.
HEAD: Final = 8
AT_ONCE: Final = 1024 * 1024
# More than any film has; without an end, a small file could keep us busy for hours.
DEEPEST: Final = 12
MOST: Final = 100_000

Piece = TypeVar("Piece")


class Box(NamedTuple):
    kind: bytes
    start: int
    inside: int
    end: int


def clean_mp4(film: BinaryIO) -> None:
    end = film.seek(0, 2)
    found = counted(boxes(film, 0, end))
    if not found or found[0].kind != b"ftyp" or b"moov" not in {box.kind for box in found}:
        raise Refused(_("This is no MP4 film, whatever its name says."), "unreadable")
    for box in found:
        if box.kind in TALES:
            blank(film, box)
        elif box.kind in DAYS:
            forget_days(film, box)
        elif box.kind == KIND_OF_TRACK:
            check_track(film, box)
            fill(film, box.inside + NAME_OF_TRACK, box.end)


def counted(pieces: Iterable[Piece]) -> list[Piece]:
    found = list(islice(pieces, MOST + 1))
    if len(found) > MOST:
        raise damaged()
    return found


def damaged() -> Refused:
    return Refused(_("This film is damaged: it ends before its end."), "unreadable")


def boxes(film: BinaryIO, start: int, end: int, depth: int = 1) -> Iterator[Box]:
    """Each box, before those that lie in it."""
    while start < end:
        if depth > DEEPEST:
            raise damaged()
        box = box_at(film, start, end)
        yield box
        if box.kind in FOLDERS:
            yield from boxes(film, box.inside, box.end, depth + 1)
        start = box.end


def box_at(film: BinaryIO, start: int, end: int) -> Box:
    film.seek(start)
    head = film.read(16)
    size, kind, inside = int.from_bytes(head[:4]), head[4:HEAD], start + HEAD
    if size == 1:
        size, inside = int.from_bytes(head[8:16]), start + 16
    box_end = end if size == 0 else start + size
    if len(head) < HEAD or box_end > end or box_end < inside:
        raise damaged()
    return Box(kind, start, inside, box_end)


def blank(film: BinaryIO, box: Box) -> None:
    film.seek(box.start + 4)
    film.write(b"free")
    fill(film, box.inside, box.end)


def forget_days(film: BinaryIO, box: Box) -> None:
    film.seek(box.inside)
    width = 8 if film.read(1) == b"\x01" else 4
    first = box.inside + 4
    fill(film, first, min(first + 2 * width, box.end))


def check_track(film: BinaryIO, box: Box) -> None:
    film.seek(box.inside + 8)
    if film.read(4) not in KINDS_OF_TRACK:
        raise Refused(
            _(
                "Beside pictures and sound this film holds a track of other things, such as the"
                " places where it was made. Export it anew without."
            ),
            code="tells",
        )


def fill(film: BinaryIO, start: int, end: int) -> None:
    film.seek(start)
    for at in range(start, end, AT_ONCE):
        film.write(bytes(min(AT_ONCE, end - at)))
