"""What stays of the XML in Office files: words and looks, without names, desks and far places."""

import re
from typing import Final

from django.utils.translation import gettext as _

from coalition.media.cleaning.archives import damaged, too_large
from coalition.media.cleaning.markup import BROKEN, Attributes, rewritten, without_prefix
from coalition.media.cleaning.refusal import Refused

ENTITIES: Final = re.compile(rb"<!(DOCTYPE|ENTITY)", re.IGNORECASE)
LARGEST_XML: Final = 30 * 1024 * 1024
HYPERLINK: Final = "/relationships/hyperlink"
# What waits for a click may lead anywhere: links, and shapes that are links.
CLICKED: Final = {
    *("a", "area-circle", "area-polygon", "area-rectangle", "button"),
    *("arc", "curve", "group", "line", "oval", "polyline", "rect", "roundrect", "shape"),
}
FETCHED: Final = {"href", "src"}
# Names of people and accounts, as attributes and as elements, of comments and tracked changes.
NAMED_IN_ATTRIBUTES: Final = {
    "author",
    "displayName",
    "initials",
    "lastModifiedBy",
    "userId",
    "userName",
}
# PowerPoint's, whose other names are of things.
NAMED_BY_NAME: Final = {"author", "chgData", "cmAuthor"}
NAMED_IN_ELEMENTS: Final = {"dc:creator", "meta:creator-initials", "meta:initial-creator"}


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
    kind = without_prefix(name)
    if is_fetched(kind, attributes):
        raise fetches()
    if tells_of_a_desk(kind, attributes) or leads_to_what_is_left(kind, attributes):
        return None
    return {
        key: "" if names_somebody(kind, without_prefix(key)) else value
        for key, value in attributes.items()
        if (kind, without_prefix(key)) != ("pageSetup", "id")
    }


def names_somebody(kind: str, key: str) -> bool:
    """A table of Excel has such a name too, and is broken without it."""
    if key == "name":
        return kind in NAMED_BY_NAME
    return key in NAMED_IN_ATTRIBUTES and (kind, key) != ("table", "displayName")


def is_fetched(kind: str, attributes: Attributes) -> bool:
    """A template, a picture, an object from elsewhere; a link waits for a click."""
    if attributes.get("TargetMode", "Internal") != "Internal":
        return not attributes.get("Type", "").endswith(HYPERLINK)
    named = (value for key, value in attributes.items() if without_prefix(key) in FETCHED)
    return kind not in CLICKED and any(map(leads_elsewhere, named))


def leads_elsewhere(path: str) -> bool:
    """Out of the archive, to another machine or another folder."""
    return ":" in path or "\\" in path or path.startswith("/") or ".." in path.split("/")


def tells_of_a_desk(kind: str, attributes: Attributes) -> bool:
    """In which folder Excel kept it, and to which printer Writer sent it."""
    setting = attributes.get("config:name", "")
    return kind == "absPath" or (kind == "config-item" and setting.startswith("Printer"))


def leads_to_what_is_left(kind: str, attributes: Attributes) -> bool:
    if kind == "Relationship":
        target = attributes.get("Target", "")
        return "printerSettings/" in target or "docProps/thumbnail." in target
    path = attributes.get("manifest:full-path", "")
    return kind == "file-entry" and path.startswith(("Thumbnails/", "layout-cache"))


def is_name(name: str) -> bool:
    return without_prefix(name) == "author" or name in NAMED_IN_ELEMENTS
