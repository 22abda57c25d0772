"""Word, Excel, PowerPoint, OpenDocument: archives of XML, packed anew without their makers."""

import re
from collections.abc import Callable
from pathlib import PurePosixPath
from typing import Final

from django.utils.translation import gettext as _

from coalition.media.cleaning.archives import Member, damaged, members_of, packed, too_large
from coalition.media.cleaning.markup import BROKEN, HEAD, Attributes, rewritten, without_prefix
from coalition.media.cleaning.pictures import FORMATS, clean_picture
from coalition.media.cleaning.refusal import Refused

Cleaner = Callable[[bytes, str], bytes]

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
    r"printersettings/|^docprops/thumbnail\.|^thumbnails/", re.IGNORECASE
)
ENTITIES: Final = re.compile(rb"<!(DOCTYPE|ENTITY)", re.IGNORECASE)
LARGEST_XML: Final = 30 * 1024 * 1024
HYPERLINK: Final = "/relationships/hyperlink"
# Names of people and accounts, as attributes and as elements, of comments and tracked changes.
NAMED_IN_ATTRIBUTES: Final = {
    "author",
    "displayName",
    "initials",
    "lastModifiedBy",
    "userId",
    "userName",
}
NAMED_IN_ELEMENTS: Final = {"dc:creator", "meta:creator-initials", "meta:initial-creator"}
EMPTY: Final = {
    "docProps/core.xml": HEAD
    + b'<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
    b'core-properties"/>',
    "docProps/app.xml": HEAD
    + b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
    b'extended-properties"/>',
    "docProps/custom.xml": HEAD
    + b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
    b'custom-properties"/>',
    "meta.xml": HEAD
    + b'<office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    b' office:version="1.3"><office:meta/></office:document-meta>',
}


def clean_office(content: bytes, extension: str) -> bytes:
    return repacked(content, extension, cleaner_of)


def clean_embedded(content: bytes, extension: str) -> bytes:
    """The table behind a chart; nothing lies inside that again."""
    return repacked(content, extension, cleaner_of_embedded)


def repacked(content: bytes, extension: str, cleaner: Callable[[str], Cleaner]) -> bytes:
    members = members_of(content)
    check(members, extension)
    kept = (member for member in members if not LEFT_BEHIND.search(member.name))
    return packed(cleaned(member, cleaner) for member in kept)


def check(members: list[Member], extension: str) -> None:
    contents = {member.name: member.content for member in members}
    is_odt = contents.get("mimetype") == ODT_TYPE
    if HEARTS[extension] not in contents or is_odt != (extension == "odt"):
        raise Refused(_("This file is not what its name says."), "unreadable")
    if any(ACTS.search(name) and not LEFT_BEHIND.search(name) for name in contents):
        raise acts()


def acts() -> Refused:
    return Refused(
        _(
            "This file holds a program, another file or links to other files."
            " Save it without them, or as a PDF."
        ),
        code="acts",
    )


def cleaned(member: Member, cleaner: Callable[[str], Cleaner]) -> Member:
    if member.name in EMPTY:
        return member._replace(content=EMPTY[member.name])
    extension = PurePosixPath(member.name).suffix.lower().removeprefix(".")
    return member._replace(content=cleaner(extension)(member.content, extension))


def cleaner_of(extension: str) -> Cleaner:
    return clean_embedded if extension in HEARTS else cleaner_of_embedded(extension)


def cleaner_of_embedded(extension: str) -> Cleaner:
    if extension in HEARTS:
        raise acts()
    if extension in FORMATS:
        return clean_picture
    return clean_xml if extension in ("xml", "rels", "rdf") else as_it_is


def clean_xml(content: bytes, extension: str) -> bytes:
    if len(content) > LARGEST_XML:
        raise too_large()
    # Before it is read: entities multiply while they are read.
    if ENTITIES.search(content) or b"\x00" in content:
        raise fetches()
    try:
        return rewritten(content, kept_of, is_name)
    except BROKEN:
        raise damaged() from None


def fetches() -> Refused:
    return Refused(
        _("This file fetches something from elsewhere when it is opened. Save it as a PDF."),
        code="fetches",
    )


def kept_of(name: str, attributes: Attributes) -> Attributes | None:
    if is_fetched(attributes):
        raise fetches()
    kind = without_prefix(name)
    if leads_to_what_is_left(kind, attributes):
        return None
    return {
        key: "" if names_somebody(kind, without_prefix(key)) else value
        for key, value in attributes.items()
        if (kind, without_prefix(key)) != ("pageSetup", "id")
    }


def names_somebody(kind: str, key: str) -> bool:
    """A table of Excel has such a name too, and is broken without it."""
    return key in NAMED_IN_ATTRIBUTES and (kind, key) != ("table", "displayName")


def is_fetched(attributes: Attributes) -> bool:
    """A template or an object from elsewhere, when the file is opened; a link waits for a click."""
    is_elsewhere = attributes.get("TargetMode", "Internal") != "Internal"
    return is_elsewhere and not attributes.get("Type", "").endswith(HYPERLINK)


def leads_to_what_is_left(kind: str, attributes: Attributes) -> bool:
    if kind == "Relationship":
        target = attributes.get("Target", "")
        return "printerSettings/" in target or "docProps/thumbnail." in target
    path = attributes.get("manifest:full-path", "")
    return kind == "file-entry" and path.startswith("Thumbnails/")


def is_name(name: str) -> bool:
    return without_prefix(name) == "author" or name in NAMED_IN_ELEMENTS


def as_it_is(content: bytes, extension: str) -> bytes:
    return content
