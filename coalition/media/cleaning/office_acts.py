"""What in Office files acts by itself, or fetches from elsewhere when they are opened."""

import re
from typing import Final

from django.utils.translation import gettext as _

from coalition.media.cleaning.markup import Attributes, without_prefix
from coalition.media.cleaning.refusal import Refused

HYPERLINK: Final = "/relationships/hyperlink"
# What a part is to the file, whatever it is called: programs, talks with other programs, questions
# to databases, pages of the web.
ACTING_PARTS: Final = re.compile(
    r"/(activex\w*|afchunk|connections|control|externallink|extensibility|oleobject|querytable"
    r"|vbaproject|webextension\w*|wordvbadata|xl\w*macrosheet)\s*$",
    re.IGNORECASE,
)
# DataMashup is what Excel asks other machines for; the others are OpenDocument's programs.
ACTING_KINDS: Final = {"DataMashup", "event-listener", "execute-macro", "script"}
# ddeLink, dde-source, dde-connection.
TALKS: Final = "dde"
# Of PowerPoint, on a click or when a pointer passes.
ACTIONS: Final = ("ppaction://macro", "ppaction://ole", "ppaction://program")
# What waits for a click may lead anywhere: links, and shapes that are links.
CLICKED: Final = {
    *("a", "area-circle", "area-polygon", "area-rectangle", "button"),
    *("arc", "curve", "group", "line", "oval", "polyline", "rect", "roundrect", "shape"),
}
FETCHED: Final = {"althref", "href", "src"}
RELATIONSHIPS: Final = "/relationships"
# What says that a picture or a film is not in the file; clicked ones have an `id`.
LINKED: Final = {"href", "link"}
# What a spreadsheet works out from what other machines say; IMPORT… does so in Google Sheets.
FORMULA: Final = re.compile(
    r"\b(DDE|IMAGE|IMPORT(DATA|FEED|HTML|RANGE|XML)|RTD|STOCKHISTORY|WEBSERVICE)\s*\(",
    re.IGNORECASE,
)
# Texts, and names of sheets.
QUOTED: Final = re.compile(r""""[^"]*"|'[^']*'""")
FORMULAS: Final = {"expression", "formula"}


def acts() -> Refused:
    return Refused(
        _(
            "This file holds a program, another file or links to other files."
            " Save it without them, or as a PDF."
        ),
        code="acts",
    )


def fetches() -> Refused:
    return Refused(
        _("This file fetches something from elsewhere when it is opened. Save it as a PDF."),
        code="fetches",
    )


def refuse_element(kind: str, attributes: Attributes) -> None:
    if is_active(kind, attributes):
        raise acts()
    if comes_from_elsewhere(attributes):
        raise fetches()
    for key, value in attributes.items():
        name = without_prefix(key)
        if name in FETCHED and kind not in CLICKED and leads_elsewhere(value):
            raise fetches()
        if name in FORMULAS:
            refuse_formula(value)


class Links:
    """Those of one part to pictures and films elsewhere, whatever kind the relationship claims."""

    def __init__(self) -> None:
        # How this part spells them: a program may shorten the word for relationships as it likes.
        self.spellings: set[str] = set()

    def refuse(self, attributes: Attributes) -> None:
        for key, value in attributes.items():
            if key.startswith("xmlns:") and value.endswith(RELATIONSHIPS):
                self.spellings |= {f"{without_prefix(key)}:{name}" for name in LINKED}
        if not self.spellings.isdisjoint(attributes):
            raise fetches()


def is_active(kind: str, attributes: Attributes) -> bool:
    return (
        kind in ACTING_KINDS
        or kind.startswith(TALKS)
        or bool(ACTING_PARTS.search(attributes.get("Type", "")))
        or attributes.get("action", "").startswith(ACTIONS)
    )


def comes_from_elsewhere(attributes: Attributes) -> bool:
    """A template, a picture, an object; a link waits for a click."""
    if attributes.get("TargetMode", "Internal") == "Internal":
        return False
    return not attributes.get("Type", "").endswith(HYPERLINK)


def leads_elsewhere(path: str) -> bool:
    """Out of the archive, to another machine or another folder."""
    return ":" in path or "\\" in path or path.startswith("/") or ".." in path.split("/")


def refuse_formula(words: str) -> None:
    """Without spaces, as some programs read it, and with them, where one may be an operator."""
    if FORMULA.search("".join(words.split())) or FORMULA.search(QUOTED.sub("", words)):
        raise fetches()
