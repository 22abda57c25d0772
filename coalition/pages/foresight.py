"""What a preview counts as public although nobody outside can see it yet.

The drafts of a release speak of each other: the story calls a partner the next one to have
joined, the home page leads with that story. While they are reviewed each is shown as it will
read once all of them are published. Only the back office ever looks ahead.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.db.models import Model, Q

from coalition.delivery.kept import nothing_kept

_foreseen: ContextVar[tuple[Model, ...]] = ContextVar("rows_shown_as_if_public", default=())


@contextmanager
def foreseeing(rows: Iterable[Model]) -> Iterator[None]:
    """Show these rows as if they were published, until the block ends."""
    token = _foreseen.set(tuple(rows))
    try:
        with nothing_kept():
            yield
    finally:
        _foreseen.reset(token)


def is_public(model: type[Model], through: str = "") -> Q:
    """The condition that a row of this model is published, or foreseen to be.

    `through` leads to the row from the one that is asked for, as in "partner__".
    """
    published = Q(**{f"{through}live": True})
    keys = [row.pk for row in _foreseen.get() if isinstance(row, model)]
    return published | Q(**{f"{through}pk__in": keys}) if keys else published
