"""A cache in front of us: what it reads in our headers, and how it is asked to forget."""

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import ClassVar

from coalition.outbound.client import Client


@dataclass(frozen=True)
class Ask:
    """One request to it; its headers may hold a secret."""

    method: str
    address: str
    headers: Mapping[str, str] = field(repr=False)
    body: bytes | None = None


class Front(ABC):
    """Tags are told to it as they stand in its header, addresses whole."""

    tags_header: ClassVar[str]
    separator: ClassVar[str] = " "
    # Of that header, and of one request.
    most_bytes: ClassVar[int]
    most_at_once: ClassVar[int]
    # How long it keeps a page, which browsers need not know.
    life_header: ClassVar[str] = "Surrogate-Control"

    @property
    @abstractmethod
    def name(self) -> str:
        """Without any secret."""

    @property
    @abstractmethod
    def client(self) -> Client: ...

    @abstractmethod
    def forget_tags(self, tags: Sequence[str], *, is_for_good: bool) -> Ask:
        """Not even when nothing better can be had, if it can tell."""

    @abstractmethod
    def forget_addresses(self, addresses: Sequence[str]) -> Iterator[Ask]:
        """For good."""

    def header_of(self, tags: Sequence[str]) -> str | None:
        """None if they are too many for it."""
        header = self.separator.join(tags)
        return header if len(header) <= self.most_bytes else None

    def asks(
        self, tags: Sequence[str], addresses: Sequence[str], *, is_for_good: bool
    ) -> Iterator[Ask]:
        for some in in_parts(tags, self.most_at_once):
            yield self.forget_tags(some, is_for_good=is_for_good)
        for some in in_parts(addresses, self.most_at_once):
            yield from self.forget_addresses(some)


def in_parts(words: Sequence[str], most: int) -> Iterator[Sequence[str]]:
    for start in range(0, len(words), most):
        yield words[start : start + most]
