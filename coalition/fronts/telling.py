"""Tells the caches in front what they are to forget, all that waits for one at once.

One that does not answer is left in peace for a while, longer each time. What changes meanwhile
waits with the rest; of a crowd, all that remains is to forget everything.
"""

import logging
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from http import HTTPStatus
from itertools import chain
from urllib.parse import quote

from django.conf import settings
from django.db import connection
from django.db.models import F
from django.utils import timezone

from coalition.delivery.tags import EVERYTHING, OF_ADDRESS, digest
from coalition.fronts.models import Purge
from coalition.fronts.naming import fronts
from coalition.fronts.saying import ANY_CHANGE
from coalition.outbound.client import NotAnswered, Refused

logger = logging.getLogger(__name__)

# Longer than an answer is on its way that was made before the change.
ONCE_MORE_AFTER = timedelta(seconds=10)
A_CROWD = 100
MOST_TAGS = 1_000
LONGEST_WAIT = 32
# At a time: of a thousand it takes ten to find the one that is refused.
MOST_REFUSALS = 30

# One after another, in the order in which things have changed.
_background = ThreadPoolExecutor(max_workers=1, thread_name_prefix="fronts")


def tell_in_background():
    _background.submit(tell_and_leave)


def tell_and_leave():
    try:
        tell_fronts()
    finally:
        connection.close()


def tell_fronts():
    """How many changes were told."""
    return sum(tell_front(front) for front in fronts())


def tell_front(front):
    """Whatever fails here keeps nothing from the others."""
    try:
        purges = purges_due(front)
        return tell(front, purges) if purges else 0
    except Exception:
        logger.exception("%s could not be told; the clock will", front.name)
        return 0


def purges_due(front):
    """None while it is left in peace."""
    now = timezone.now()
    waiting = list(Purge.objects.pending().of(front).order_by("pk"))
    unanswered = [each for each in waiting if each.error and each.state != Purge.State.REFUSED]
    if any(purge.due_at > now for purge in unanswered):
        return []
    return [purge for purge in waiting if purge.due_at <= now]


def tell(front, purges):
    """How many; what is refused is told by halves, as one change may be all that it refuses."""
    told = refusals = 0
    waiting = [purges]
    while waiting and refusals < MOST_REFUSALS:
        some = waiting.pop()
        try:
            for ask in asks_for(front, some):
                send(front, ask)
        except NotAnswered as error:
            put_off(front, [*some, *chain.from_iterable(waiting)], error)
            break
        except Refused as error:
            refusals += 1
            if len(some) == 1:
                put_off(front, some, error, state=Purge.State.REFUSED)
            else:
                waiting += halves(some)
        else:
            note_told(some)
            logger.info("%s was told of %d changes", front.name, len(some))
            told += len(some)
    return told


def halves(purges):
    middle = len(purges) // 2
    return purges[middle:], purges[:middle]


def send(front, ask):
    status = front.client.send(ask.method, ask.address, ask.headers, ask.body).status
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR or status == HTTPStatus.TOO_MANY_REQUESTS:
        raise NotAnswered(f"It answered {status}.")
    if status not in range(HTTPStatus.OK, HTTPStatus.MULTIPLE_CHOICES):
        raise Refused(f"It answered {status}.")


def asks_for(front, purges):
    """What must go for good goes first."""
    is_crowd = len(purges) >= A_CROWD
    for is_for_good in (True, False):
        tags = {tag for purge in purges if purge.is_for_good is is_for_good for tag in purge.tags}
        if not tags:
            continue
        addresses = sorted(tag.removeprefix(OF_ADDRESS) for tag in tags if is_address(tag))
        if is_crowd or len(tags) > MOST_TAGS or EVERYTHING in tags:
            # Files do not wait for it.
            tags = {EVERYTHING, *filter(is_address, tags)}
        yield from front.asks(
            [digest(tag) for tag in sorted({*tags, ANY_CHANGE})],
            [settings.SITE_URL.rstrip("/") + quote(address) for address in addresses],
            is_for_good=is_for_good,
        )


def is_address(tag):
    return tag.startswith(OF_ADDRESS)


def put_off(front, purges, error, **more):
    logger.warning("%s was not told yet: %s", front.name, error)
    minutes = min(2 ** max(purge.tries for purge in purges), LONGEST_WAIT)
    rows_of(purges).update(
        tries=F("tries") + 1,
        error=str(error)[:200],
        due_at=timezone.now() + timedelta(minutes=minutes),
        **more,
    )


def note_told(purges):
    for before, after in (
        (Purge.State.ONCE, Purge.State.TOLD),
        (Purge.State.WAITING, Purge.State.ONCE),
        (Purge.State.REFUSED, Purge.State.ONCE),
    ):
        told = [purge for purge in purges if purge.state == before]
        rows_of(told).update(
            state=after,
            tries=F("tries") + 1,
            error="",
            due_at=timezone.now() + ONCE_MORE_AFTER,
        )


def rows_of(purges):
    return Purge.objects.filter(pk__in=[purge.pk for purge in purges])
