"""Asks for each fact once a request, however often a page quotes it."""

from collections.abc import Callable
from contextvars import ContextVar
from datetime import date

from django.http import HttpRequest, HttpResponse

from coalition.facts.registry import Fact

_told: ContextVar[dict[tuple[str, date], int] | None] = ContextVar("told_facts", default=None)


def value_of(fact: Fact, day: date) -> int:
    """The fact's value on a day; remembered until the request ends, if there is one."""
    told = _told.get()
    if told is None:
        return fact.value_on(day)
    if (fact.name, day) not in told:
        told[fact.name, day] = fact.value_on(day)
    return told[fact.name, day]


class RememberFacts:
    """Gives every request a memory of its own."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        token = _told.set({})
        try:
            return self.get_response(request)
        finally:
            _told.reset(token)
