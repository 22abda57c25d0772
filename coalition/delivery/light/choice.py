"""What a reader chose, as the address says it: nothing is stored, neither here nor with them."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Final

from django.http import HttpRequest, HttpResponse, QueryDict

from coalition.delivery.light.links import carried_on

PARAMETER: Final = "pictures"
LATER: Final = "later"
NOW: Final = "now"

_waits: ContextVar[bool] = ContextVar("pictures_wait", default=False)


def pictures_wait() -> bool:
    return _waits.get()


def chosen(query: QueryDict) -> str:
    """Nothing, if the address says nothing that we understand."""
    choice = query.get(PARAMETER, "")
    return choice if choice in (LATER, NOW) else ""


def chosen_before(request: HttpRequest) -> dict[str, str]:
    """What the address that a form leads to has to say of it."""
    choice = chosen(request.GET)
    return {PARAMETER: choice} if choice else {}


@contextmanager
def waiting(*, wait: bool) -> Iterator[None]:
    token = _waits.set(wait)
    try:
        yield
    finally:
        _waits.reset(token)


class LetPicturesWait:
    """Makes the page that was chosen, and lets its links and forms lead to others of that kind."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        choice = chosen(request.GET)
        if not choice:
            return self.get_response(request)
        with waiting(wait=choice == LATER):
            response = self.get_response(request)
        if response.get("Content-Type", "").startswith("text/html") and not response.streaming:
            response.content = carried_on(response.content.decode(), PARAMETER, choice)
        return response
