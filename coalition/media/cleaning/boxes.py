"""MP4: boxes within boxes. Those stay without which no film plays; all others become empty room of
the same size, as do the words in those that stay.

Nothing moves, so the tables that say where each picture of the film lies stay right.
"""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import BinaryIO, Final, NamedTuple, TypeVar

from django.utils.translation import gettext as _

from coalition.media.cleaning.refusal import Refused

# How pictures and sound are written, of which each box among the `DESCRIPTIONS` tells one.
PICTURES: Final = {b"av01", b"avc1", b"avc3", b"hev1", b"hvc1", b"mp4v", b"vp08", b"vp09"}
SOUND: Final = {b"Opus", b"ac-3", b"ec-3", b"fLaC", b"mp4a"}
# How each of them is read, coloured, cut and measured.
OF_PICTURES: Final = {
    *(b"CoLL", b"SmDm", b"av1C", b"avcC", b"btrt", b"clap", b"clli", b"colr", b"dvcC"),
    *(b"dvvC", b"esds", b"fiel", b"hvcC", b"mdcv", b"pasp", b"vpcC"),
}
OF_SOUND: Final = {b"btrt", b"chnl", b"dOps", b"dac3", b"dec3", b"dfLa", b"esds"}
# They are known by their number: each stays, also one that we do not know and do not enter.
DESCRIPTIONS: Final = b"stsd"
FILES: Final = b"dref"
# What is kept of the boxes that lie in others, and at the top of the film.
KEPT: Final[dict[bytes, set[bytes]]] = {
    b"": {b"ftyp", b"mdat", b"mfra", b"moof", b"moov", b"sidx", b"ssix", b"styp"},
    b"moov": {b"mvex", b"mvhd", b"trak"},
    b"trak": {b"edts", b"mdia", b"tkhd", b"tref"},
    b"edts": {b"elst"},
    b"mdia": {b"elng", b"hdlr", b"mdhd", b"minf"},
    b"minf": {b"dinf", b"gmhd", b"hdlr", b"nmhd", b"smhd", b"stbl", b"sthd", b"vmhd"},
    b"dinf": {FILES},
    FILES: {b"alis", b"url ", b"urn "},
    b"stbl": {
        *(b"co64", b"cslg", b"ctts", b"sbgp", b"sdtp", b"sgpd", b"stco", b"stps", b"stsc"),
        *(DESCRIPTIONS, b"stsh", b"stss", b"stsz", b"stts", b"stz2", b"subs"),
    },
    DESCRIPTIONS: PICTURES | SOUND,
    b"mvex": {b"mehd", b"trex"},
    b"moof": {b"mfhd", b"traf"},
    b"traf": {b"sbgp", b"sdtp", b"sgpd", b"subs", b"tfdt", b"tfhd", b"trun"},
    b"mfra": {b"mfro", b"tfra"},
    **dict.fromkeys(PICTURES, OF_PICTURES),
    **dict.fromkeys(SOUND, OF_SOUND),
}
# How much stands in a box before the first that lies in it.
BEFORE: Final = {
    DESCRIPTIONS: 8,
    FILES: 8,
    **dict.fromkeys(PICTURES, 78),
    **dict.fromkeys(SOUND, 28),
}
# From where to where what stays names whoever made it or wrote it, itself, or a file elsewhere.
MAKER: Final = (12, 16)
NAMES: Final[dict[bytes, tuple[tuple[int, int | None], ...]]] = {
    **dict.fromkeys(KEPT[FILES], ((4, None),)),
    **dict.fromkeys(PICTURES, (MAKER, (42, 74))),
    **dict.fromkeys(SOUND, (MAKER,)),
    b"hdlr": ((12, None),),
}
# They hold the days on which it was made and changed, as two numbers, of 8 bytes in version 1.
DAYS: Final = {b"mvhd", b"tkhd", b"mdhd"}
# Pictures, sound and words; other tracks are the way that a camera went.
KINDS_OF_TRACK: Final = {b"vide", b"soun", b"subt", b"text", b"sbtl", b"clcp"}
TRACK: Final = b"mdia"
KIND_OF_TRACK: Final = b"hdlr"
# How large it is, and of what kind.
HEAD: Final = 8
AT_ONCE: Final = 1024 * 1024
# More than any film has; without an end, a small file could keep us busy for hours.
MOST: Final = 100_000

Piece = TypeVar("Piece")


class Box(NamedTuple):
    kind: bytes
    within: bytes
    start: int
    inside: int
    end: int

    @property
    def is_kept(self) -> bool:
        return self.within == DESCRIPTIONS or self.kind in KEPT[self.within]


def clean_mp4(film: BinaryIO) -> None:
    end = film.seek(0, 2)
    found = counted(boxes(film, 0, end))
    if not found or found[0].kind != b"ftyp" or b"moov" not in {box.kind for box in found}:
        raise Refused(_("This is no MP4 film, whatever its name says."), "unreadable")
    for box in found:
        if not box.is_kept:
            blank(film, box)
            continue
        if (box.within, box.kind) == (TRACK, KIND_OF_TRACK):
            check_track(film, box)
        if box.kind in DAYS:
            forget_days(film, box)
        for first, last in NAMES.get(box.kind, ()):
            fill(film, box.inside + first, min(box.inside + (last or box.end), box.end))


def counted(pieces: Iterable[Piece]) -> list[Piece]:
    found = list(islice(pieces, MOST + 1))
    if len(found) > MOST:
        raise damaged()
    return found


def damaged() -> Refused:
    return Refused(_("This film is damaged: it ends before its end."), "unreadable")


def boxes(film: BinaryIO, start: int, end: int, within: bytes = b"") -> Iterator[Box]:
    """Each box, before those that lie in it."""
    while start < end:
        # Some lists of QuickTime's end with what is shorter than a box.
        if within and end - start < HEAD:
            return
        box = box_at(film, start, end, within)
        yield box
        if holds_boxes(film, box):
            yield from boxes(film, box.inside + BEFORE.get(box.kind, 0), box.end, box.kind)
        start = box.end


def box_at(film: BinaryIO, start: int, end: int, within: bytes) -> Box:
    film.seek(start)
    head = film.read(16)
    size, kind, inside = int.from_bytes(head[:4]), head[4:HEAD], start + HEAD
    if size == 1:
        size, inside = int.from_bytes(head[8:16]), start + 16
    box_end = end if size == 0 else start + size
    if len(head) < HEAD or box_end > end or box_end < inside:
        raise damaged()
    return Box(kind, within, start, inside, box_end)


def holds_boxes(film: BinaryIO, box: Box) -> bool:
    """QuickTime's own ways of telling of sound have other measures: those stay as they are."""
    if box.kind in SOUND:
        film.seek(box.inside + HEAD)
        return film.read(2) == bytes(2)
    return box.kind in KEPT[box.within] & KEPT.keys()


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
        raise other_track()


def other_track() -> Refused:
    return Refused(
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
