"""Notes what the caches in front are to forget: in the transaction that changes it."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from coalition.fronts import telling
from coalition.fronts.models import Purge
from coalition.fronts.naming import fronts
from coalition.fronts.saying import LONGEST_SHOWN

GIVE_UP_AFTER = timedelta(seconds=LONGEST_SHOWN)
KEPT_FOR = timedelta(days=30)


def note(tags, is_for_good, occasion="", **kwargs):
    """For each cache; told as soon as it has come true, and nobody waits for it."""
    asked = {"tags": list(tags), "is_for_good": is_for_good, "occasion": occasion}
    named = fronts()
    if named:
        now = timezone.now()
        Purge.objects.bulk_create(Purge(front=each.name, due_at=now, **asked) for each in named)
        transaction.on_commit(telling.tell_in_background, robust=True)


def tend():
    """Give up what no cache can have kept so long, and forget what is long over.

    Not what is to go for good: files may be kept for a year. It is told however long it takes.
    """
    now = timezone.now()
    late = Purge.objects.pending().filter(is_for_good=False, at__lt=now - GIVE_UP_AFTER)
    for purge in late:
        telling.logger.error("%s was never told of %s: %s", purge.front, purge.what, purge.error)
    late.update(state=Purge.State.GIVEN_UP)
    Purge.objects.over().for_occasion("").filter(at__lt=now - KEPT_FOR).delete()
