"""Pictures: their pixels are written anew, the right way up, and nothing else but their colours.

What is hidden before, behind and between the pixels does not survive that: places, names, previews,
comments, archives and scripts.
"""

import struct
import warnings
from io import BytesIO
from typing import Any, Final

from django.conf import settings
from django.utils.translation import gettext as _
from PIL import Image, ImageCms, ImageOps

from coalition.media.cleaning.budget import Budget
from coalition.media.cleaning.refusal import Refused

# How each is written anew: so little is lost that nobody sees it.
QUALITY: Final[dict[str, dict[str, Any]]] = {
    "AVIF": {"quality": 90},
    "JPEG": {"quality": 95},
    "PNG": {},
    "WEBP": {"quality": 95, "method": 2},
}
FORMATS: Final = {
    "avif": "AVIF",
    "jpeg": "JPEG",
    "jpg": "JPEG",
    "png": "PNG",
    "webp": "WEBP",
}
# Telephones put a preview or a second lens behind a JPEG; the first picture is the picture.
SEVERAL_IN_ONE: Final = "MPO"
LONGEST_RATIO: Final = 20
# Those of printing presses have almost as much; every cut of the picture has it again.
LARGEST_PROFILE: Final = 4 * 1024 * 1024
# How Pillow fails on files that are not what they say.
BROKEN: Final = (
    EOFError,
    Image.DecompressionBombError,
    LookupError,
    MemoryError,
    OSError,
    SyntaxError,
    ValueError,
    struct.error,
)


def clean_picture(content: bytes, extension: str, budget: Budget) -> bytes:
    image_format = FORMATS[extension]
    try:
        with opened(content, image_format) as picture:
            check(picture)
            budget.spend(pixels=picture.width * picture.height)
            profile = colours_of(picture)
            # A large picture is not in memory twice.
            ImageOps.exif_transpose(picture, in_place=True)
            return written(picture, image_format, profile)
    except BROKEN:
        raise Refused(
            _("We cannot read this picture to its end: it is damaged, or no %(format)s at all.")
            % {"format": image_format},
            code="unreadable",
        ) from None


def opened(content: bytes, image_format: str) -> Image.Image:
    """Only the reader of this format sees the file: a renamed one finds no other."""
    with warnings.catch_warnings():
        # We count the pixels ourselves.
        warnings.simplefilter("ignore", Image.DecompressionBombWarning)
        return Image.open(BytesIO(content), formats=[image_format])


def check(picture: Image.Image) -> None:
    """Before anything is decoded: the head of a file says how large it will be."""
    width, height = picture.size
    if width * height > settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS:
        raise Refused(
            _("This picture is too large. Make it smaller: 6,000 pixels across are plenty."),
            code="pixels",
        )
    if max(width, height) > LONGEST_RATIO * min(width, height):
        raise Refused(
            _("This picture is too long and too thin to be shown. Cut it to its subject."),
            code="ratio",
        )
    if getattr(picture, "n_frames", 1) > 1 and picture.format != SEVERAL_IN_ONE:
        raise Refused(_("This picture moves. Upload it as a film, or one picture of it."), "moves")


def colours_of(picture: Image.Image) -> bytes | None:
    """The colour profile, if it is one: a broken or a huge one could be anything."""
    profile = picture.info.get("icc_profile") or b""
    if not 0 < len(profile) <= LARGEST_PROFILE:
        return None
    try:
        return ImageCms.ImageCmsProfile(BytesIO(profile)).tobytes()
    except (OSError, ImageCms.PyCMSError):
        return None


def written(picture: Image.Image, image_format: str, profile: bytes | None) -> bytes:
    # What Pillow read of a file it writes again, unless it has forgotten it.
    picture.load()
    for name in picture.info.keys() - {"transparency"}:
        del picture.info[name]
    out = BytesIO()
    if profile:
        picture.save(out, image_format, icc_profile=profile, **QUALITY[image_format])
    else:
        picture.save(out, image_format, **QUALITY[image_format])
    return out.getvalue()
