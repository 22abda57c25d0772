"""What a preview counts as public although nobody outside can see it yet.

The drafts of a release speak of each other: the story calls a partner the next one to have
joined, the home page leads with that story. While they are reviewed each is shown as it will
read once all of them are published. In the same way a page is shown as it will be at a later
moment, with what is scheduled until then. Only the back office ever looks ahead.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime

from django.db.models import Model, Q
from wagtail.models import Revision

from coalition.delivery.kept import nothing_kept
from coalition.facts import moment
from coalition.facts.memory import fresh_memory

_foreseen: ContextVar[tuple[Model, ...]] = ContextVar("rows_shown_as_if_public", default=())


@contextmanager
def foreseeing(rows: Iterable[Model]) -> Iterator[None]:
    """Show these rows as if they were published, until the block ends."""
    token = _foreseen.set(tuple(rows))
    try:
        with nothing_kept(), fresh_memory():
            yield
    finally:
        _foreseen.reset(token)


@contextmanager
def looking_ahead_to(then: datetime) -> Iterator[None]:
    """Show everything as it will be at a moment, until the block ends."""
    with moment.seen_at(then), nothing_kept(), fresh_memory():
        yield


def is_public(model: type[Model], through: str = "") -> Q:
    """The condition that a row of this model is published, or foreseen to be.

    `through` leads to the row from the one that is asked for, as in "partner__".
    """
    published = Q(**{f"{through}live": True})
    keys = [row.pk for row in _foreseen.get() if isinstance(row, model)]
    if moment.is_another():
        keys += published_by_then(model)
        published &= ~Q(**{f"{through}expire_at__lte": moment.now()})
    return published | Q(**{f"{through}pk__in": keys}) if keys else published


def published_by_then(model: type[Model]) -> list[int]:
    """Keys of the rows whose publication is scheduled, and due when we look."""
    due = Revision.objects.filter(
        base_content_type=model().get_base_content_type(),  # type: ignore[attr-defined] # Wagtail's.
        approved_go_live_at__lte=moment.now(),
    )
    return [int(key) for key in due.values_list("object_id", flat=True)]
