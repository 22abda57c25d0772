"""WebM: elements within elements. Those that tell of people become void ones of the same size."""

from collections.abc import Iterator
from typing import BinaryIO, Final, NamedTuple

from django.utils.translation import gettext as _

from coalition.media.cleaning.boxes import DEEPEST, counted, damaged, fill
from coalition.media.cleaning.refusal import Refused

HEAD: Final = 0x1A45DFA3
SEGMENT: Final = 0x18538067
INFO: Final = 0x1549A966
FOLDERS: Final = {SEGMENT, INFO}
# Tags, attached files, title, day, the names of neighbouring files, and what was void already.
TALES: Final = {0x1254C367, 0x1941A469, 0x7BA9, 0x4461, 0x7384, 0x3C83AB, 0x3E83BB, 0xEC}
# Which made and wrote it: no film is without, but their words may be none.
PROGRAMS: Final = {0x4D80, 0x5741}
VOID: Final = b"\xec"
WEBM: Final = b"webm"
# Numbers have up to eight bytes; one byte is enough for a size below 127.
LONGEST: Final = 8
SHORT: Final = 100


class Element(NamedTuple):
    key: int
    start: int
    inside: int
    end: int


def clean_webm(film: BinaryIO) -> None:
    end = film.seek(0, 2)
    found = counted(elements(film, 0, end))
    film.seek(0)
    if not found or found[0].key != HEAD or WEBM not in film.read(found[0].end):
        raise Refused(_("This is no WebM film, whatever its name says."), "unreadable")
    for element in found:
        if element.key in TALES:
            void(film, element)
        elif element.key in PROGRAMS:
            fill(film, element.inside, element.end)


def elements(film: BinaryIO, start: int, end: int, depth: int = 1) -> Iterator[Element]:
    """Each element, before those that lie in it."""
    while start < end:
        if depth > DEEPEST:
            raise damaged()
        element = element_at(film, start, end)
        yield element
        if element.key in FOLDERS:
            yield from elements(film, element.inside, element.end, depth + 1)
        start = element.end


def element_at(film: BinaryIO, start: int, end: int) -> Element:
    film.seek(start)
    key, _bits = number(film, is_marked=True)
    size, bits = number(film, is_marked=False)
    inside = film.tell()
    if size == 2**bits - 1:
        # A film that was recorded without knowing its end; what follows its pictures is unknown.
        size = end - inside if key == SEGMENT else end
    if inside + size > end:
        raise damaged()
    return Element(key, start, inside, inside + size)


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


def void(film: BinaryIO, element: Element) -> None:
    """As long as before: its size is said in one byte, or in eight."""
    length = element.end - element.start
    digits = 1 if length < SHORT else LONGEST
    size = length - 1 - digits
    film.seek(element.start)
    film.write(VOID + (size | 1 << 7 * digits).to_bytes(digits))
    fill(film, film.tell(), element.end)
