"""Links as templates show them."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Link:
    """Words and where they lead; `current` is the value of `aria-current`, if it has one."""

    words: str
    address: str
    current: str = ""


@dataclass(frozen=True)
class MenuLink:
    """The same as its menu has it; `path` is its page's place in the tree, if it leads to one."""

    place: str
    menu: int
    heading: str
    words: str
    address: str
    path: str = ""


@dataclass(frozen=True)
class Column:
    """A heading with the links below it."""

    heading: str
    links: list[Link]


@dataclass(frozen=True)
class LanguageLink:
    """Where a reader goes for a language.

    `is_missing` when this page does not exist in it; then `nearest` is the title of the page that
    the link leads to instead, if it is not the home page.
    """

    code: str
    own_name: str
    direction: str
    address: str
    is_current: bool
    is_missing: bool
    nearest: str = ""
