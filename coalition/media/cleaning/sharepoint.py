"""SharePoint keeps in Office files whom they were shared with, and what its lists know of them."""

import re
from typing import Final

from coalition.media.cleaning.markup import Attributes

OWN: Final = re.compile(
    r"https?://schemas\.microsoft\.com/(office/2006/metadata|sharepoint)(/|$)", re.IGNORECASE
)


class SharePoint:
    """What is its own in one part, however the part spells it."""

    def __init__(self) -> None:
        self.prefixes: set[str] = set()

    def meet(self, attributes: Attributes) -> None:
        self.prefixes |= {
            key.partition(":")[2] for key, value in declared(attributes).items() if OWN.match(value)
        }

    def owns(self, name: str) -> bool:
        return name.rpartition(":")[0] in self.prefixes


def declared(attributes: Attributes) -> Attributes:
    """The short words for namespaces, and what they stand for."""
    return {key: value for key, value in attributes.items() if key.partition(":")[0] == "xmlns"}
