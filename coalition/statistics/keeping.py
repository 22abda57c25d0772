"""Adds what was counted to what is known, and tells it."""

import logging
from datetime import timedelta

from django.conf import settings
from django.db import DatabaseError, connection, transaction
from django.db.models import F, Sum
from django.utils import timezone

from coalition.statistics.counting import PageCounter
from coalition.statistics.models import PageViews

# More than anybody makes anew after a change.
MOST_TOLD = 100

logger = logging.getLogger(__name__)


def counter():
    """None where nobody asked for statistics."""
    return PageCounter(keep_from_outside) if settings.COUNT_PAGES else None


def keep_from_outside(counts):
    """From a thread that no request is answered in: a lost minute is no reason to fail."""
    try:
        keep(counts)
    except DatabaseError:
        logger.exception("Page views of a minute are lost")
    finally:
        connection.close()


@transaction.atomic
def keep(counts):
    # In one order: two processes that update the same rows wait for each other.
    for (day, path), views in sorted(counts.items()):
        row, _ = PageViews.objects.get_or_create(day=day, path=path)
        PageViews.objects.filter(pk=row.pk).update(views=F("views") + views)


def reads():
    """How often pages were read, by path: those that are read most since yesterday."""
    yesterday = timezone.now().date() - timedelta(days=1)
    rows = PageViews.objects.filter(day__gte=yesterday).order_by()
    most = rows.values_list("path").annotate(total=Sum("views")).order_by("-total")
    return dict(most[:MOST_TOLD])


def reads_from_outside():
    """From a thread as above: not to know is no reason to fail either."""
    if not settings.COUNT_PAGES:
        return {}
    try:
        return reads()
    except DatabaseError:
        logger.exception("Nobody knows what is read most")
        return {}
    finally:
        connection.close()
