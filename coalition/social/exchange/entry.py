"""An object of JSON that somebody else wrote: nothing about it is sure until it is asked for."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import Self
from urllib.parse import urlsplit

from coalition.social.exchange.json_stream import Numbered
from coalition.social.exchange.post import Found, Wrong, sound


class Entry:
    """Asked for a name, it answers with what was expected there, or says what is wrong."""

    def __init__(self, values: object, name: str = "The entry") -> None:
        if not isinstance(values, dict):
            raise Wrong(f"{name} is no object.")
        self.values = values

    def __contains__(self, name: str) -> bool:
        return self.values.get(name) is not None

    def text(self, name: str, default: str | None = None) -> str:
        value = self.values.get(name)
        if value is None:
            if default is None:
                raise Wrong(f"“{name}” is missing.")
            return default
        if not isinstance(value, str):
            raise Wrong(f"“{name}” is no text.")
        try:
            return sound(value.replace("\r\n", "\n").replace("\r", "\n"))
        except Wrong as error:
            raise Wrong(f"“{name}”: {error}") from None

    def moment(self, name: str) -> datetime:
        """A time without a zone is UTC."""
        text = self.text(name).strip()
        try:
            moment = datetime.fromisoformat(text)
            return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
        except (OverflowError, ValueError):
            raise Wrong(f"“{name}” is no time: {text[:40]}") from None

    def path(self, name: str) -> str:
        """The path of an address; nothing where there is none."""
        try:
            return urlsplit(self.text(name, "")).path
        except ValueError:
            raise Wrong(f"“{name}” is no address.") from None

    def entry(self, name: str) -> Self:
        """What is missing is empty."""
        value = self.values.get(name)
        return type(self)({} if value is None else value, f"“{name}”")

    def entries(self, name: str) -> list[Self]:
        return [type(self)(value, f"“{name}”") for value in self._list(name)]

    def texts(self, name: str) -> list[str]:
        """The texts of a list, or of one that is written alone."""
        return [value for value in self._list(name) if isinstance(value, str)]

    def _list(self, name: str) -> list[object]:
        value = self.values.get(name)
        if value is None:
            return []
        return value if isinstance(value, list) else [value]


def read_each(
    file: str, entries: Iterable[Numbered], read: Callable[[Entry], Found]
) -> Iterator[Found]:
    """What each entry says, or what is wrong with it, and where it stands."""
    for number, line, values in entries:
        try:
            found = read(Entry(values))
        except Wrong as error:
            found = Found(problem=str(error))
        yield replace(found, place=f"{file}, entry {number} (line {line})")
