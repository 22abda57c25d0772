"""Which files we take, by the end of their names, and how each is cleaned."""

import shutil
from collections.abc import Callable
from io import BytesIO
from pathlib import PurePosixPath
from tempfile import SpooledTemporaryFile
from typing import IO, Any, BinaryIO, Final, cast

from django.utils.module_loading import import_string
from django.utils.translation import gettext as _

from coalition.media.cleaning.archives import members_of, packed
from coalition.media.cleaning.boxes import clean_mp4
from coalition.media.cleaning.budget import Budget
from coalition.media.cleaning.elements import clean_webm
from coalition.media.cleaning.office import HEARTS, Cleaner, clean_office
from coalition.media.cleaning.pictures import FORMATS, clean_picture
from coalition.media.cleaning.refusal import Refused
from coalition.media.cleaning.texts import clean_captions, clean_table, clean_text

MEGABYTE: Final = 1024 * 1024
LARGEST_FILM: Final = 1024 * MEGABYTE
LARGEST_OTHER: Final = 50 * MEGABYTE


def clean_pdf(content: bytes, extension: str, budget: Budget) -> bytes:
    """pypdf takes six to eight megabytes of a process, and most processes never see a PDF."""
    cleaner: Cleaner = import_string("coalition.media.cleaning.pdf.clean_pdf")
    return cleaner(content, extension, budget)


FILMS: Final[dict[str, Callable[[BinaryIO], None]]] = {"mp4": clean_mp4, "webm": clean_webm}
SINGLE: Final[dict[str, Cleaner]] = {
    **dict.fromkeys(FORMATS, clean_picture),
    **dict.fromkeys(HEARTS, clean_office),
    "csv": clean_table,
    "pdf": clean_pdf,
    "txt": clean_text,
    "vtt": clean_captions,
}


def clean(file: IO[Any], name: str) -> BinaryIO:
    """What may be stored of this file; the file itself stays as it is."""
    extension = extension_of(name)
    file.seek(0)
    if extension in FILMS:
        return clean_film(file, extension)
    content = file.read(LARGEST_OTHER + 1)
    refuse_if_larger(len(content), LARGEST_OTHER)
    return BytesIO(cleaned(content, extension, Budget()))


def cleaned(content: bytes, extension: str, budget: Budget) -> bytes:
    if extension == "zip":
        return clean_zip(content, budget)
    try:
        cleaner = SINGLE[extension]
    except KeyError:
        raise Refused(_("We take no files of this kind here."), "kind") from None
    return cleaner(content, extension, budget)


def clean_zip(content: bytes, budget: Budget) -> bytes:
    """Of files that we would take one by one."""
    members = []
    for member in members_of(content, budget):
        extension = extension_of(member.name)
        if extension not in SINGLE:
            raise Refused(
                _("“%(name)s” in this archive is of a kind that we do not take.")
                % {"name": member.name[:60]},
                code="kind",
            )
        members.append(member._replace(content=cleaned(member.content, extension, budget)))
    return packed(members)


def clean_film(file: IO[Any], extension: str) -> BinaryIO:
    """On disk, unless it is short: films are larger than memory."""
    spooled = SpooledTemporaryFile(LARGEST_OTHER)  # noqa: SIM115 - who stores it closes it.
    copy = cast("BinaryIO", spooled)
    shutil.copyfileobj(file, copy)
    refuse_if_larger(copy.tell(), LARGEST_FILM)
    FILMS[extension](copy)
    copy.seek(0)
    return copy


def refuse_if_larger(size: int, largest: int) -> None:
    if size > largest:
        raise Refused(
            _("This file is too large: %(most)s MB are the most we take.")
            % {"most": largest // MEGABYTE},
            code="size",
        )


def extension_of(name: str) -> str:
    return PurePosixPath(name).suffix.lower().removeprefix(".")
