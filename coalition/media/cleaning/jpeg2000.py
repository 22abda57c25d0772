"""JPEG 2000 inside a PDF: boxes of pixels and colours stay, those with words about them go."""

from collections.abc import Iterator
from typing import Final

# A bare codestream begins so: there are no boxes around it.
START: Final = b"\xff\x4f"
FIRST_TILE: Final = b"\xff\x90"
COMMENT: Final = b"\xff\x64"
PIXELS: Final = b"jp2c"
KEPT: Final = {b"jP  ", b"ftyp", b"jp2h", b"jpch", b"jplh", b"rreq"}
HEAD: Final = 8


def without_tales(content: bytes) -> bytes:
    """The same picture. A ValueError where it is none."""
    if content.startswith(START):
        return b"".join(kept_segments(content))
    return b"".join(kept_boxes(content))


def kept_boxes(content: bytes) -> Iterator[bytes]:
    at = 0
    while at < len(content):
        size, kind = int.from_bytes(content[at : at + 4]), content[at + 4 : at + HEAD]
        inside, end = at + HEAD, at + size if size else len(content)
        if size == 1:
            inside, end = at + 16, at + int.from_bytes(content[at + HEAD : at + 16])
        if not inside <= end <= len(content):
            raise ValueError
        if kind == PIXELS:
            pixels = b"".join(kept_segments(content[inside:end]))
            yield (len(pixels) + HEAD).to_bytes(4) + PIXELS + pixels
        elif kind in KEPT:
            yield content[at:end]
        at = end


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
