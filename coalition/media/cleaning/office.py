"""Word, Excel, PowerPoint, OpenDocument: archives of XML, packed anew without their makers."""

import re
from collections.abc import Callable
from typing import Final

from django.utils.translation import gettext as _

from coalition.media.cleaning.archives import Member, members_of, packed
from coalition.media.cleaning.budget import Budget
from coalition.media.cleaning.office_acts import acts
from coalition.media.cleaning.office_links import refuse_other_uses
from coalition.media.cleaning.office_markup import clean_xml
from coalition.media.cleaning.pictures import FORMATS, clean_picture
from coalition.media.cleaning.refusal import Refused

Cleaner = Callable[[bytes, str, Budget], bytes]

# By what a file shows that it is what its name says.
HEARTS: Final = {
    "docx": "word/document.xml",
    "odt": "content.xml",
    "pptx": "ppt/presentation.xml",
    "xlsx": "xl/workbook.xml",
}
ODT_TYPE: Final = b"application/vnd.oasis.opendocument.text"
# Programs, files inside the file, and ways to other people's files.
ACTS: Final = re.compile(
    r"vba|macrosheets/|activex/|oleobject|externallinks/|^basic/|^scripts/|^objectreplacements/"
    r"|^configurations2/.+/.+|\.(bin|exe|dll|js|vbs|ps1|html?|swf)$",
    re.IGNORECASE,
)
# The printer's name, and a picture of the first page, which may show what was deleted since.
LEFT_BEHIND: Final = re.compile(
    r"printersettings/|^docprops/thumbnail\.|^thumbnails/|^layout-cache$", re.IGNORECASE
)
# Their words are read; letters and what says of what kind the file is have no room for others.
XML: Final = {"rdf", "rels", "vml", "xml"}
PLAIN: Final = {"mimetype"}
FONTS: Final = {"fntdata", "odttf", "otf", "ttf"}
# How those begin; with letters for PowerPoint, after 34 bytes.
FONT: Final = re.compile(rb"\x00\x01\x00\x00|OTTO|true|ttcf|.{34}LP", re.DOTALL)
# Of Word's own, 32 bytes are scrambled; from the third on, its tables can be read by name.
SCRAMBLED_FONT: Final = re.compile(rb".{44}(?:[ -~]{4}.{12}){4}", re.DOTALL)


def clean_office(content: bytes, extension: str, budget: Budget) -> bytes:
    return repacked(content, extension, budget, cleaner_of)


def clean_embedded(content: bytes, extension: str, budget: Budget) -> bytes:
    """The table behind a chart; nothing lies inside that again."""
    return repacked(content, extension, budget, cleaner_of_embedded)


def repacked(
    content: bytes, extension: str, budget: Budget, cleaner: Callable[[str], Cleaner]
) -> bytes:
    members = members_of(content, budget)
    check(members, extension)
    kept = (member for member in members if not LEFT_BEHIND.search(member.name))
    clean = [cleaned(member, budget, cleaner) for member in kept]
    refuse_other_uses(clean)
    return packed(clean)


def check(members: list[Member], extension: str) -> None:
    contents = {member.name: member.content for member in members}
    is_odt = contents.get("mimetype") == ODT_TYPE
    if HEARTS[extension] not in contents or is_odt != (extension == "odt"):
        raise not_what_it_says()
    if any(ACTS.search(name) and not LEFT_BEHIND.search(name) for name in contents):
        raise acts()


def cleaned(member: Member, budget: Budget, cleaner: Callable[[str], Cleaner]) -> Member:
    extension = ending_of(member.name)
    try:
        clean = cleaner(extension)
    except KeyError:
        raise Refused(
            _(
                "We cannot clean “%(name)s” in this file. Put it in as a JPEG or PNG picture, or"
                " save the whole file as a PDF."
            )
            % {"name": member.name[:60]},
            code="kind",
        ) from None
    return member._replace(content=clean(member.content, extension, budget))


def ending_of(name: str) -> str:
    """Also of a name that is nothing else, such as `.rels`."""
    return name.rpartition("/")[2].rpartition(".")[2].lower()


def cleaner_of(extension: str) -> Cleaner:
    return clean_embedded if extension in HEARTS else cleaner_of_embedded(extension)


def cleaner_of_embedded(extension: str) -> Cleaner:
    """A KeyError for drawings and moving pictures, which have rooms that nobody looks into."""
    if extension in HEARTS:
        raise acts()
    return EMBEDDED[extension]


def as_it_is(content: bytes, extension: str, budget: Budget) -> bytes:
    return content


def clean_font(content: bytes, extension: str, budget: Budget) -> bytes:
    font = SCRAMBLED_FONT if extension == "odttf" else FONT
    if not font.match(content):
        raise not_what_it_says()
    return content


def not_what_it_says() -> Refused:
    return Refused(_("This file is not what its name says."), "unreadable")


EMBEDDED: Final[dict[str, Cleaner]] = {
    **dict.fromkeys(FORMATS, clean_picture),
    **dict.fromkeys(XML, clean_xml),
    **dict.fromkeys(FONTS, clean_font),
    **dict.fromkeys(PLAIN, as_it_is),
}
