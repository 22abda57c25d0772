"""Adds what was counted to what is known."""

import logging

from django.conf import settings
from django.db import DatabaseError, connection, transaction
from django.db.models import F

from coalition.statistics.counting import PageCounter
from coalition.statistics.models import PageViews

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
