"""What a request knows of facts: their values, each asked for once, and who is being edited."""

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeVar

from django.db.models import Model
from django.http import HttpRequest, HttpResponse

from coalition.delivery.tags import Collected, collecting, wait_as
from coalition.facts.registry import Fact

Value = TypeVar("Value")


@dataclass
class Memory:
    # With what each waits for: it may become a part of several things that are kept.
    told: dict[Hashable, tuple[Any, Collected]] = field(default_factory=dict)
    edited: Model | None = None


_memory: ContextVar[Memory | None] = ContextVar("memory_of_facts", default=None)


def value_of(fact: Fact, day: date) -> int:
    """The fact's value on a day."""
    return remembered((fact.name, day), lambda: fact.value_on(day))


def remembered(name: Hashable, make: Callable[[], Value]) -> Value:
    """A value made once until the request ends, if there is a request."""
    memory = _memory.get()
    if memory is None:
        return make()
    if name not in memory.told:
        with collecting() as collected:
            memory.told[name] = make(), collected
    value: Value
    value, waits_for = memory.told[name]
    wait_as(waits_for)
    return value


@contextmanager
def fresh_memory() -> Iterator[None]:
    """Know nothing yet, and forget all that is asked until the block ends."""
    token = _memory.set(Memory())
    try:
        yield
    finally:
        _memory.reset(token)


def begin_editing(row: Model) -> None:
    """Until the request ends, rich-text editors show facts as they are told in this row."""
    if memory := _memory.get():
        memory.edited = row


def edited_row() -> Model | None:
    memory = _memory.get()
    return memory.edited if memory else None


class RememberFacts:
    """Gives every request a memory of its own."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with fresh_memory():
            return self.get_response(request)
