"""JPEGs inside other files: their pixels stay as they are, the segments that tell of people go."""

import re
from collections.abc import Iterator
from typing import Final

START: Final = b"\xff\xd8"
END: Final = 0xD9
SCAN: Final = 0xDA
# Neither a byte of a picture nor a mark between its stripes. What fills the place before it is not
# looked for: of a long row of it one would begin at every byte.
MARKER: Final = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")
# How to read the pixels: JFIF's head, the colour profile, Adobe's colours. APP1, the others and
# comments tell where, when, with what and by whom, or show the picture as it once was.
KEPT_APPLICATIONS: Final = {0xE0: b"JFIF\x00", 0xE2: b"ICC_PROFILE\x00", 0xEE: b"Adobe"}
APPLICATIONS: Final = range(0xE0, 0xF0)
COMMENT: Final = 0xFE
# A longer head of JFIF holds a preview.
HEAD: Final = 0xE0
LONGEST_HEAD: Final = 14


def without_tales(jpeg: bytes) -> bytes:
    """The same picture, and nothing that lies behind it; unchanged if it is none."""
    if not jpeg.startswith(START):
        return jpeg
    return START + b"".join(kept_segments(jpeg))


def kept_segments(jpeg: bytes) -> Iterator[bytes]:
    at, has_pixels = len(START), False
    while found := MARKER.search(jpeg, at):
        marker = jpeg[found.end() - 1]
        if has_pixels:
            yield jpeg[at : found.start()]
        if marker == END:
            yield found[0]
            return
        inside = found.end() + 2
        at = found.end() + int.from_bytes(jpeg[found.end() : inside])
        has_pixels |= marker == SCAN
        if is_kept(marker, jpeg[inside:at]):
            yield jpeg[found.start() : at]
    yield jpeg[at:]


def is_kept(marker: int, content: bytes) -> bool:
    if marker == HEAD and len(content) > LONGEST_HEAD:
        return False
    if marker in APPLICATIONS:
        return content.startswith(KEPT_APPLICATIONS.get(marker, ()))
    return marker != COMMENT
