"""Photographs as large as they are ever shown: what networks keep takes many times the memory."""

from io import BytesIO
from typing import Final

from django.conf import settings
from PIL import Image

from coalition.media.cleaning.pictures import BROKEN, QUALITY, opened
from coalition.media.shapes import SHAPES

# That of the widest picture of a page.
LONGEST_SIDE: Final = max(SHAPES["lead"].widths)
FORMAT: Final = "JPEG"
TOLD: Final = ("exif", "icc_profile")


def shrunk(content: bytes) -> bytes:
    """The same if it is small, no JPEG, or so wrong that the door for pictures must say so."""
    try:
        with opened(content, FORMAT) as photograph:
            is_large = max(photograph.size) > LONGEST_SIDE
            pixels = photograph.width * photograph.height
            if is_large and pixels <= settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS:
                return written(photograph)
    except BROKEN:
        pass
    return content


def written(photograph: Image.Image) -> bytes:
    """The way it is turned stays with it."""
    # With a gap of one it is not even unpacked in its full size.
    photograph.thumbnail((LONGEST_SIDE, LONGEST_SIDE), reducing_gap=1.0)
    told = {key: photograph.info[key] for key in TOLD if key in photograph.info}
    out = BytesIO()
    photograph.save(out, FORMAT, **QUALITY[FORMAT], **told)
    return out.getvalue()
