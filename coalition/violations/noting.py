"""Keeps what browsers tell, and no more of it than somebody can read."""

from collections.abc import Iterable
from datetime import timedelta
from logging import getLogger

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from coalition.violations.models import Violation
from coalition.violations.reading import Refusal

logger = getLogger(__name__)

# A flood of invented refusals fills no table, and silences nobody.
MOST = 500
DAYS_KEPT = 30


@transaction.atomic
def note(refusals: Iterable[Refusal]) -> None:
    today = timezone.localdate()
    for refusal in refusals:
        known = Violation.objects.filter(**vars(refusal))
        if not known.update(times=F("times") + 1, last_day=today):
            _add(Violation(**vars(refusal), first_day=today, last_day=today))


def _add(violation: Violation) -> None:
    too_old = violation.last_day - timedelta(days=DAYS_KEPT)
    Violation.objects.filter(last_day__lt=too_old).delete()
    _make_room()
    # In bulk, because another process may have added the same one meanwhile.
    Violation.objects.bulk_create([violation], ignore_conflicts=True)
    logger.warning("A browser refused %s", violation)


def _make_room() -> None:
    """For one: whoever invents many drives out inventions, and not what is told again and again."""
    too_many = Violation.objects.count() - MOST + 1
    if too_many > 0:
        seldom = Violation.objects.order_by("times", "last_day", "pk")[:too_many]
        Violation.objects.filter(pk__in=list(seldom.values_list("pk", flat=True))).delete()
        logger.warning("The list of refusals is full: the oldest that was told once makes room")
