"""JPEG 2000 inside a PDF: boxes of pixels and colours stay, those with words about them go."""

from collections.abc import Iterable, Iterator
from typing import Final

# A bare codestream begins so: there are no boxes around it.
START: Final = b"\xff\x4f"
FIRST_TILE: Final = b"\xff\x90"
COMMENT: Final = b"\xff\x64"
PIXELS: Final = b"jp2c"
KEPT: Final = {b"jP  ", b"ftyp", b"jp2h", b"jpch", b"jplh", b"rreq", PIXELS}
# What is kept of the boxes that lie in others: sizes, depths, colours, places.
KEPT_INSIDE: Final = {
    b"jp2h": {b"bpcc", b"cdef", b"cmap", b"colr", b"ihdr", b"pclr", b"res "},
    b"jpch": {b"bpcc", b"cdef", b"cmap", b"ihdr", b"pclr"},
    b"jplh": {b"cdef", b"cgrp", b"creg", b"opct", b"res "},
    b"cgrp": {b"colr"},
    b"res ": {b"resc", b"resd"},
}
HEAD: Final = 8


def without_tales(content: bytes) -> bytes:
    """The same picture. A ValueError where it is none."""
    if content.startswith(START):
        return b"".join(kept_segments(content))
    return b"".join(kept_boxes(content, KEPT))


def kept_boxes(content: bytes, kept: set[bytes]) -> Iterator[bytes]:
    at = 0
    while at < len(content):
        size, kind = int.from_bytes(content[at : at + 4]), content[at + 4 : at + HEAD]
        inside, end = at + HEAD, at + size if size else len(content)
        if size == 1:
            inside, end = at + 16, at + int.from_bytes(content[at + HEAD : at + 16])
        if not inside <= end <= len(content):
            raise ValueError
        if kind in kept and (inner := b"".join(kept_in(kind, content[inside:end]))):
            yield (len(inner) + HEAD).to_bytes(4) + kind + inner
        at = end


def kept_in(kind: bytes, content: bytes) -> Iterable[bytes]:
    if kind == PIXELS:
        return kept_segments(content)
    if kind in KEPT_INSIDE:
        return kept_boxes(content, KEPT_INSIDE[kind])
    return [content]


def kept_segments(stream: bytes) -> Iterator[bytes]:
    """Remarks stand before the first tile."""
    yield stream[:2]
    at = 2
    while (marker := stream[at : at + 2]) != FIRST_TILE:
        end = at + 2 + int.from_bytes(stream[at + 2 : at + 4])
        if marker[:1] != START[:1] or end > len(stream):
            raise ValueError
        if marker != COMMENT:
            yield stream[at:end]
        at = end
    yield stream[at:]
