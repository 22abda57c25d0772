"""A line of the matrix, and the rights that open an address."""

from collections.abc import Callable
from dataclasses import dataclass, field

from coalition.staff.roles import Role

Who = Callable[[Role], bool]


def everybody(role: Role | None) -> bool:
    """Visitors too."""
    return True


def strangers(role: Role | None) -> bool:
    """Who is not signed in."""
    return role is None


def staff(role: Role | None) -> bool:
    return role is not None


def administrators(role: Role | None) -> bool:
    return False


def nobody(role: Role | None) -> bool:
    """Administrators neither."""
    return False


def pages(*actions: str) -> Who:
    return lambda role: role is not None and bool({*actions} & {*role.pages})


def rows(model: str, *actions: str) -> Who:
    return lambda role: role is not None and bool({*actions} & {*role.models.get(model, ())})


def library(model: str, *actions: str) -> Who:
    """On any collection, or on a shelf of their own."""

    def may(role: Role | None) -> bool:
        shelves = role.shelves.values() if role else ()
        granted = [role.library if role else {}, *shelves]
        return any({*actions} & {*each.get(model, ())} for each in granted)

    return may


def everywhere(model: str, *actions: str) -> Who:
    """On every collection."""
    return lambda role: role is not None and bool({*actions} & {*role.library.get(model, ())})


def both(one: Who, other: Who) -> Who:
    return lambda role: one(role) and other(role)


@dataclass(frozen=True)
class Line:
    """An address, by its name and the names of the things in it, and who may ask for it."""

    view: str
    who: Who
    things: tuple[str, ...] = ()
    method: str = "get"
    form: dict[str, str] = field(default_factory=dict)

    def __str__(self) -> str:
        return " ".join([self.method, self.view, *self.things, *map("=".join, self.form.items())])


# Known, and asked by tests of its own.
UNASKED = "unasked"

ANY_PAGE = pages("add", "change", "publish", "bulk_delete", "lock", "unlock")
WRITES = pages("change")
PUBLISHES = pages("publish")
STORY = ("news", "storypage")
# A list, or a report, to take away.
AS_A_FILE = {"export": "csv"}
