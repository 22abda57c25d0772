"""What a shelf or a cache was not told: made up for when it is back, by whoever is there then.

Noted in the database that takes the change which it is about: the process that made the change may
have ended by then, and what was away has forgotten nothing.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from functools import partial, update_wrapper
from typing import Any, Final

from django.apps import apps
from django.db import connection, transaction
from django.utils import timezone

from coalition.delivery.kept import forget
from coalition.delivery.purged import pages_purged
from coalition.delivery.store.shelf import Shelf
from coalition.delivery.tags import EVERYTHING

# Whoever lives purges what has changed in much less.
LONGEST_PURGE: Final = timedelta(minutes=1)


def owe() -> None:
    """Note within a transaction that pages are purged after it, once for all that changes in it.

    Without the note nobody would know of what a process has changed that ends with its commit.
    """
    acts = (act for _savepoints, act, *_ in connection.run_on_commit)
    if not connection.in_atomic_block or any(is_settling(act) for act in acts):
        return
    # Nobody can tell by then what it was.
    note = owed().create(is_for_good=True, due_at=timezone.now() + LONGEST_PURGE)
    # Django tells the name of what failed then, and a part of a function has none.
    settles = update_wrapper(partial(settle, note.pk), settle)
    transaction.on_commit(settles, robust=True)


def settle(note: int) -> None:
    owed().filter(pk=note).delete()


def is_settling(act: Any) -> bool:
    return getattr(act, "func", None) is settle


@contextmanager
def noting_what_fails(*, is_for_good: bool) -> Iterator[None]:
    try:
        yield
    except OSError:
        owed().create(is_for_good=is_for_good)
        raise


def pay(shelf: Shelf) -> None:
    """Nobody knows which pages it is about any more."""
    due = owed().filter(due_at__lte=timezone.now())
    noted = dict(due.values_list("pk", "is_for_good"))
    if not noted:
        return
    forget()
    if any(noted.values()):
        shelf.forget()
    else:
        shelf.begin_generation()
    owed().filter(pk__in=noted).delete()
    # Who asked for pages meanwhile may have been given what the shelf had not forgotten.
    pages_purged.send_robust(None, tags=[EVERYTHING], is_for_good=any(noted.values()))


def owed() -> Any:
    """Asked for by name: this is imported before there are models."""
    return apps.get_model("delivery", "OwedPurge").objects
