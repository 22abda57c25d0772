"""Long lists, a page at a time, with an address for every page."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import InvalidPage, Paginator
from django.http import Http404


@dataclass(frozen=True)
class PageLink:
    """A page of a list; `number` None stands for those left out in between."""

    number: int | None
    address: str = ""
    is_current: bool = False


class PagedList:
    """One page of a list. A page that does not exist is not found, whatever it is called."""

    def __init__(
        self, rows: Any, number: str | int, rows_a_page: int, parameters: Mapping[str, str]
    ) -> None:
        self.parameters = parameters
        try:
            self.page = Paginator(rows, rows_a_page).page(number)
        except InvalidPage:
            raise Http404 from None

    def __iter__(self) -> Iterator[Any]:
        return iter(self.page.object_list)

    def __len__(self) -> int:
        return len(self.page.object_list)

    @property
    def count(self) -> int:
        """How many there are on all pages."""
        return self.page.paginator.count

    @property
    def first(self) -> int:
        return self.page.start_index()

    @property
    def last(self) -> int:
        return self.page.end_index()

    @property
    def is_divided(self) -> bool:
        return self.page.has_other_pages()

    @property
    def address(self) -> str:
        return self._address(self.page.number)

    @property
    def previous_address(self) -> str:
        return self._address(self.page.number - 1) if self.page.has_previous() else ""

    @property
    def next_address(self) -> str:
        return self._address(self.page.number + 1) if self.page.has_next() else ""

    @property
    def links(self) -> list[PageLink]:
        """The first page, the last, and those around this one."""
        numbers = self.page.paginator.get_elided_page_range(
            self.page.number, on_each_side=1, on_ends=1
        )
        return [
            PageLink(number, self._address(number), number == self.page.number)
            if isinstance(number, int)
            else PageLink(None)
            for number in numbers
        ]

    def _address(self, number: int) -> str:
        page = {"page": str(number)} if number > 1 else {}
        return f"?{urlencode({**self.parameters, **page})}"
