"""What stays of the XML in Office files: words and looks, without names, desks and far places."""

import re
from functools import partial
from typing import Final

from coalition.media.cleaning.archives import damaged
from coalition.media.cleaning.budget import Budget, too_large
from coalition.media.cleaning.markup import BROKEN, Attributes, rewritten, without_prefix
from coalition.media.cleaning.office_acts import Links, fetches, refuse_element, refuse_formula
from coalition.media.cleaning.word_fields import WORDS, Fields

ENTITIES: Final = re.compile(rb"<!(DOCTYPE|ENTITY)", re.IGNORECASE)
LARGEST_XML: Final = 30 * 1024 * 1024
FORMULAS: Final = {"calculatedColumnFormula", "definedName", "f", "formula", "formula1", "formula2"}
# The folder in which Excel kept it, whom Word wrote letters to, and what PowerPoint does without a
# click, when a pointer passes.
LEFT_OUT: Final = {"absPath", "hlinkHover", "hlinkMouseOver", "mailMerge"}
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
# Those of names keep none of their words, and those that tell of the makers of the whole file none
# of theirs, whatever the part is called in which they stand.
EMPTIED_KINDS: Final = {"author", "coreProperties", "Properties"}
EMPTIED: Final = {"dc:creator", "meta:creator-initials", "meta:initial-creator", "office:meta"}


def clean_xml(content: bytes, extension: str, budget: Budget) -> bytes:
    if len(content) > LARGEST_XML:
        raise too_large()
    # Before it is read: entities multiply while they are read.
    if ENTITIES.search(content) or b"\x00" in content:
        raise fetches()
    budget.spend(marks=content.count(b"<") + content.count(b"="))
    fields = Fields()
    kept = partial(kept_of, fields, Links())
    try:
        written = rewritten(content, kept, partial(said_in, fields), refuse_words)
    except BROKEN:
        raise damaged() from None
    if fields.fetch:
        raise fetches()
    return written


def kept_of(
    fields: Fields, links: Links, within: str, name: str, attributes: Attributes
) -> Attributes | None:
    if is_emptied(within):
        return None
    kind = without_prefix(name)
    refuse_element(kind, attributes)
    links.refuse(attributes)
    fields.meet(kind, attributes.values())
    if kind in LEFT_OUT or names_a_printer(attributes) or leads_to_what_is_left(kind, attributes):
        return None
    return {
        key: "" if names_somebody(kind, without_prefix(key)) else value
        for key, value in attributes.items()
        if (kind, without_prefix(key)) != ("pageSetup", "id")
    }


def said_in(fields: Fields, name: str, words: str) -> str:
    kind = without_prefix(name)
    if kind in WORDS:
        fields.hear(words)
    return "" if is_emptied(name) else words


def refuse_words(name: str, words: str) -> None:
    if without_prefix(name) in FORMULAS:
        refuse_formula(words)


def is_emptied(name: str) -> bool:
    return name in EMPTIED or without_prefix(name) in EMPTIED_KINDS


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
