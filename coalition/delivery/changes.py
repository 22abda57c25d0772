"""From what was saved to the tags it announces: noted while it happens, told once it has come true.

Four things are announced of a change: the table, the row, what others show of it where that has
changed, and the lists that the row comes to, leaves, or stands in at another place. The last a
model says by a property `standing`: its place in each list, by the list's tag.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from threading import local
from typing import Any

from django.db.models import Model

from coalition.delivery.reading import (
    counts_by_row,
    glance,
    hanging,
    root_table,
    row,
    seen_at_a_glance,
    table_of,
)
from coalition.delivery.tags import EVERYTHING

Subject = tuple[type[Model], Any]
Standing = Mapping[str, Hashable]
NOWHERE: Standing = {}


@dataclass
class Changes:
    """What is to be told when the transaction at hand has come true."""

    tags: set[str] = field(default_factory=set)
    # Where each row stood before, as often as it was saved.
    stood: dict[Subject, list[Standing]] = field(default_factory=lambda: defaultdict(list))
    is_for_good: bool = False

    def announced(self) -> set[str]:
        tags = set(self.tags)
        for subject, before in self.stood.items():
            stands = standing_of(subject)
            for stood in before:
                # Without the places that are the same before and after.
                tags |= {tag for tag, _place in stood.items() ^ stands.items()}
        return tags


class _Pending(local):
    def __init__(self) -> None:
        self.changes = Changes()


_pending = _Pending()


def note_before(instance: Model) -> None:
    """Remember where it stands as long as the database knows; a new row has no key before."""
    is_new = instance._state.adding and type(instance) not in hanging
    if not is_new and (subject := subject_of(instance)):
        _pending.changes.stood[subject].append(standing_of(subject))


def note_change(instance: Model, *, is_new: bool = False, is_for_good: bool = False) -> None:
    """It has changed; `is_for_good` where readers may no longer see what they saw."""
    changes = _pending.changes
    changes.is_for_good |= is_for_good
    model = type(instance)
    changes.tags.update(table_of(each) for each in (model, *model._meta.all_parents))
    if subject := subject_of(instance):
        changes.tags.add(row(*subject))
        if model in hanging and hanging[model].is_seen_at_a_glance:
            changes.tags.add(glance(*subject))
        if is_new and model not in hanging:
            changes.stood[subject].append(NOWHERE)


def note_rows(model: type[Model], keys: Iterable[object], *, is_for_good: bool = False) -> None:
    """They have changed, although nobody has saved them."""
    changes = _pending.changes
    changes.tags.update(tag(model, key) for key in keys for tag in (row, glance))
    changes.is_for_good |= is_for_good


def note_everything(*, is_for_good: bool = False) -> None:
    """Nobody can say which pages have changed."""
    _pending.changes.tags.add(EVERYTHING)
    _pending.changes.is_for_good |= is_for_good


def taken() -> Changes:
    """All that is noted; from here on another list begins.

    What was noted in a transaction that came to nothing is told with the next one: a page made
    anew without need, where the other way would be one that is old.
    """
    changes, _pending.changes = _pending.changes, Changes()
    return changes


def subject_of(instance: Model) -> Subject | None:
    """The row that is announced: itself, or what it hangs on."""
    model = type(instance)
    if hung := hanging.get(model):
        return bottom(hung.model), getattr(instance, hung.column)
    return (bottom(model), instance.pk) if counts_by_row(model) else None


def standing_of(subject: Subject) -> Standing:
    """As the database has it now."""
    model, key = subject
    found = model._base_manager.filter(pk=key).first()
    # As Wagtail has it: a page is a row of another table besides.
    whole = getattr(found, "specific", found)
    standing: Standing = getattr(whole, "standing", NOWHERE)
    return {**seen_at_a_glance(whole), **standing} if whole else NOWHERE


def bottom(model: type[Model]) -> type[Model]:
    """The model whose table counts the rows: for a story, that of all pages."""
    root = root_table(model)
    return next(each for each in (model, *model._meta.all_parents) if table_of(each) == root)
