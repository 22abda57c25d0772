"""What stays of the XML in Office files: words and looks, without names, desks and far places."""

import re
from typing import Final

from coalition.media.cleaning.archives import damaged
from coalition.media.cleaning.budget import Budget, too_large
from coalition.media.cleaning.markup import BROKEN, Attributes, rewritten, without_prefix
from coalition.media.cleaning.office_acts import Links, fetches, refuse_element, refuse_formula
from coalition.media.cleaning.sharepoint import SharePoint, declared
from coalition.media.cleaning.word_fields import WORDS, Fields

ENTITIES: Final = re.compile(rb"<!(DOCTYPE|ENTITY)", re.IGNORECASE)
LARGEST_XML: Final = 30 * 1024 * 1024
FORMULAS: Final = {"calculatedColumnFormula", "definedName", "f", "formula", "formula1", "formula2"}
# The folder in which Excel kept it, and how each of its readers, whom it names, looked at it; whom
# Word wrote letters to, and what PowerPoint does without a click, when a pointer passes.
LEFT_OUT: Final = {
    *("absPath", "customSheetViews", "customWorkbookView", "customWorkbookViews"),
    *("hlinkHover", "hlinkMouseOver", "mailMerge"),
}
# Names of people and accounts, as attributes and as elements, of comments and tracked changes.
NAMED_IN_ATTRIBUTES: Final = {
    "author",
    "displayName",
    "initials",
    "lastModifiedBy",
    "refreshedBy",
    "userId",
    "userName",
}
# PowerPoint's, whose other names are of things; Excel's, of those who share a table.
NAMED_BY_NAME: Final = {"author", "chgData", "cmAuthor", "userInfo"}
# Those of names keep none of their words, and those that tell of the makers of the whole file none
# of theirs, whatever the part is called in which they stand.
EMPTIED_KINDS: Final = {"UserInfo", "author", "coreProperties", "Properties"}
EMPTIED: Final = {"dc:creator", "meta:creator-initials", "meta:initial-creator", "office:meta"}


def clean_xml(content: bytes, extension: str, budget: Budget) -> bytes:
    if len(content) > LARGEST_XML:
        raise too_large()
    # Before it is read: entities multiply while they are read.
    if ENTITIES.search(content) or b"\x00" in content:
        raise fetches()
    budget.spend(marks=content.count(b"<") + content.count(b"="))
    part = Part()
    try:
        written = rewritten(content, part.kept, part.said, refuse_words)
    except BROKEN:
        raise damaged() from None
    if part.fields.fetch:
        raise fetches()
    return written


class Part:
    """What is known of one part while it is read."""

    def __init__(self) -> None:
        self.fields = Fields()
        self.links = Links()
        self.sharepoint = SharePoint()

    def kept(self, within: str, name: str, attributes: Attributes) -> Attributes | None:
        if self.is_emptied(within):
            return None
        kind = without_prefix(name)
        refuse_element(kind, attributes)
        self.links.refuse(attributes)
        self.fields.meet(kind, attributes.values())
        self.sharepoint.meet(attributes)
        if self.sharepoint.owns(name):
            return declared(attributes)
        if is_left_out(kind, attributes):
            return None
        return {
            key: "" if names_somebody(kind, without_prefix(key)) else value
            for key, value in attributes.items()
            if (kind, without_prefix(key)) != ("pageSetup", "id")
        }

    def said(self, name: str, words: str) -> str:
        if without_prefix(name) in WORDS:
            self.fields.hear(words)
        return "" if self.is_emptied(name) else words

    def is_emptied(self, name: str) -> bool:
        is_of_names = name in EMPTIED or without_prefix(name) in EMPTIED_KINDS
        return is_of_names or self.sharepoint.owns(name)


def refuse_words(name: str, words: str) -> None:
    if without_prefix(name) in FORMULAS:
        refuse_formula(words)


def is_left_out(kind: str, attributes: Attributes) -> bool:
    return (
        kind in LEFT_OUT or names_a_printer(attributes) or leads_to_what_is_left(kind, attributes)
    )


def names_somebody(kind: str, key: str) -> bool:
    """A table of Excel has such a name too, and is broken without it."""
    if key == "name":
        return kind in NAMED_BY_NAME
    return key in NAMED_IN_ATTRIBUTES and (kind, key) != ("table", "displayName")


def names_a_printer(attributes: Attributes) -> bool:
    """The one to which Writer sent it."""
    return attributes.get("config:name", "").startswith("Printer")


def leads_to_what_is_left(kind: str, attributes: Attributes) -> bool:
    if kind == "Relationship":
        target = attributes.get("Target", "")
        return "printerSettings/" in target or "docProps/thumbnail." in target
    path = attributes.get("manifest:full-path", "")
    return kind == "file-entry" and path.startswith(("Thumbnails/", "layout-cache"))
