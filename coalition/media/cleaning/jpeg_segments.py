"""JPEGs inside other files: their pixels stay as they are, the segments that tell of people go."""

from collections.abc import Iterator
from typing import Final

START: Final = b"\xff\xd8"
MARKER: Final = 0xFF
SCAN: Final = 0xDA
# How to read the pixels: JFIF's head, the colour profile, Adobe's colours. APP1, the others and
# comments tell where, when, with what and by whom.
KEPT_APPLICATIONS: Final = {0xE0, 0xE2, 0xEE}
APPLICATIONS: Final = range(0xE0, 0xF0)
COMMENT: Final = 0xFE


def without_tales(jpeg: bytes) -> bytes:
    """The same picture; unchanged where its segments cannot be followed."""
    if not jpeg.startswith(START):
        return jpeg
    return START + b"".join(kept_segments(jpeg))


def kept_segments(jpeg: bytes) -> Iterator[bytes]:
    at = len(START)
    while at + 4 <= len(jpeg) and jpeg[at] == MARKER and jpeg[at + 1] != SCAN:
        marker, end = jpeg[at + 1], at + 2 + int.from_bytes(jpeg[at + 2 : at + 4])
        if marker != COMMENT and (marker not in APPLICATIONS or marker in KEPT_APPLICATIONS):
            yield jpeg[at:end]
        at = end
    yield jpeg[at:]
