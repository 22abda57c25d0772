"""WebM: elements within elements. Those stay without which no film plays; all others become void
ones of the same size, and nothing moves.
"""

from collections.abc import Iterator
from typing import BinaryIO, Final, NamedTuple

from django.utils.translation import gettext as _

from coalition.media.cleaning.boxes import counted, damaged, fill, other_track
from coalition.media.cleaning.refusal import Refused

TOP: Final = 0
HEAD: Final = 0x1A45DFA3
SEGMENT: Final = 0x18538067
INFO: Final = 0x1549A966
TRACKS: Final = 0x1654AE6B
TRACK: Final = 0xAE
PICTURES: Final = 0xE0
SOUND: Final = 0xE1
# Which made and wrote it: no film is without, but their words may be none.
PROGRAMS: Final = {0x4D80, 0x5741}
KIND_OF_TRACK: Final = 0x83
# Pictures and sound. Words that lie in a WebM film no browser shows: ours lie beside it.
KINDS_OF_TRACK: Final = {1, 2}
# What is kept of the elements that lie in others, and at the top of the film.
KEPT: Final[dict[int, set[int]]] = {
    TOP: {HEAD, SEGMENT},
    # Versions, lengths, and that it is WebM.
    HEAD: {0x4286, 0x42F7, 0x42F2, 0x42F3, 0x4282, 0x4287, 0x4285},
    # Where is what, the pictures and the sound of each moment, and where to begin in between.
    SEGMENT: {0x114D9B74, INFO, TRACKS, 0x1F43B675, 0x1C53BB6B},
    # How long a moment is, and the film.
    INFO: {0x2AD7B1, 0x4489, *PROGRAMS},
    TRACKS: {TRACK},
    # Its numbers, whether it is shown, its language, and how to read it.
    TRACK: {
        *(0xD7, 0x73C5, KIND_OF_TRACK, 0xB9, 0x88, 0x55AA, 0x9C, 0x6DE7, 0x6DF8, 0x55EE),
        *(0x23E383, 0x234E7A, 0x23314F, 0x22B59C, 0x22B59D, 0x86, 0x63A2, 0xAA, 0x56AA, 0x56BB),
        *(PICTURES, SOUND, 0x6D80),
    },
    # How wide and high, how cut, shown, and coloured.
    PICTURES: {
        *(0x9A, 0x9D, 0x53B8, 0x53C0, 0xB0, 0xBA, 0x54AA, 0x54BB, 0x54CC, 0x54DD),
        *(0x54B0, 0x54BA, 0x54B2, 0x2EB524, 0x55B0, 0x7670),
    },
    # How many channels, how often and how finely measured.
    SOUND: {0xB5, 0x78B5, 0x9F, 0x6264, 0x52F1},
}
VOID: Final = b"\xec"
WEBM: Final = b"webm"
# Numbers have up to eight bytes; one byte is enough for a size below 127.
LONGEST: Final = 8
SHORT: Final = 100


class Element(NamedTuple):
    key: int
    within: int
    start: int
    inside: int
    end: int

    @property
    def is_kept(self) -> bool:
        return self.key in KEPT[self.within]


def clean_webm(film: BinaryIO) -> None:
    end = film.seek(0, 2)
    found = counted(elements(film, 0, end))
    film.seek(0)
    if not found or found[0].key != HEAD or WEBM not in film.read(found[0].end):
        raise Refused(_("This is no WebM film, whatever its name says."), "unreadable")
    for element in found:
        if not element.is_kept:
            void(film, element)
        elif element.key in PROGRAMS:
            fill(film, element.inside, element.end)
        elif element.key == KIND_OF_TRACK:
            check_track(film, element)


def elements(film: BinaryIO, start: int, end: int, within: int = TOP) -> Iterator[Element]:
    """Each element, before those that lie in it."""
    while start < end:
        element = element_at(film, start, end, within)
        yield element
        if element.key in KEPT[within] & KEPT.keys():
            yield from elements(film, element.inside, element.end, element.key)
        start = element.end


def element_at(film: BinaryIO, start: int, end: int, within: int) -> Element:
    film.seek(start)
    key, _bits = number(film, is_marked=True)
    size, bits = number(film, is_marked=False)
    inside = film.tell()
    if size == 2**bits - 1:
        # A film that was recorded without knowing its end; what follows its pictures is unknown.
        size = end - inside if key == SEGMENT else end
    if inside + size > end:
        raise damaged()
    return Element(key, within, start, inside, inside + size)


def number(film: BinaryIO, *, is_marked: bool) -> tuple[int, int]:
    """A number that says by its first bits how long it is; with how many bits it is written."""
    first = film.read(1)
    length = 9 - first[0].bit_length() if first else 9
    rest = film.read(length - 1)
    if length > LONGEST or len(rest) < length - 1:
        raise damaged()
    value = int.from_bytes(first + rest)
    bits = 7 * length
    return (value if is_marked else value & (2**bits - 1)), bits


def check_track(film: BinaryIO, element: Element) -> None:
    film.seek(element.inside)
    said = film.read(min(element.end - element.inside, LONGEST))
    if int.from_bytes(said) not in KINDS_OF_TRACK:
        raise other_track()


def void(film: BinaryIO, element: Element) -> None:
    """As long as before: its size is said in one byte, or in eight."""
    length = element.end - element.start
    digits = 1 if length < SHORT else LONGEST
    size = length - 1 - digits
    film.seek(element.start)
    film.write(VOID + (size | 1 << 7 * digits).to_bytes(digits))
    fill(film, film.tell(), element.end)
