"""What a shelf or a cache could not be told while it was away: made up for when it is back.

Noted in the database, which has just taken the change that it is about: the process that made the
change may have ended by then, and what was away has forgotten nothing.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from django.apps import apps

from coalition.delivery.kept import forget
from coalition.delivery.purged import pages_purged
from coalition.delivery.store.shelf import Shelf
from coalition.delivery.tags import EVERYTHING


@contextmanager
def noting_what_fails(*, is_for_good: bool) -> Iterator[None]:
    try:
        yield
    except OSError:
        # Asked for by name: this is imported before there are models.
        apps.get_model("delivery", "OwedPurge").objects.create(is_for_good=is_for_good)
        raise


def pay(shelf: Shelf) -> None:
    """Nobody knows which pages it is about any more."""
    owed = apps.get_model("delivery", "OwedPurge").objects
    noted = dict(owed.values_list("pk", "is_for_good"))
    if not noted:
        return
    forget()
    if any(noted.values()):
        shelf.forget()
    else:
        shelf.begin_generation()
    owed.filter(pk__in=noted).delete()
    # Who asked for pages meanwhile may have been given what the shelf had not forgotten.
    pages_purged.send_robust(None, tags=[EVERYTHING], is_for_good=any(noted.values()))
