"""Seals what the log says, so that nothing sealed can be altered or left out unnoticed.

Entries are written within the transactions of the acts they tell of, side by side and without
waiting for each other: a chain of single entries would let one editor publish at a time. The clock
seals them together once no transaction can still bring an older one.
"""

from datetime import timedelta
from hashlib import sha256

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from coalition.audit.chain import BEGINNING, canonical, wait_for_turn
from coalition.audit.models import Entry, Seal
from coalition.audit.record import content_of

LOCK = 5_417_204
# Longer than any transaction lasts, a large import too.
SETTLED = timedelta(hours=1)


@transaction.atomic
def seal():
    """One seal for all that was written since the last; None if nothing was."""
    wait_for_turn(LOCK)
    last = Seal.objects.last()
    begin, previous = (last.through, last.hash) if last else (0, BEGINNING)
    settled = Entry.objects.filter(pk__gt=begin, at__lt=timezone.now() - SETTLED)
    newest = settled.order_by("-pk").first()
    if newest is None:
        return None
    made = Seal(through=newest.pk, previous=previous, hash=hash_of(begin, newest.pk, previous))
    made.save()
    return made


def hash_of(begin, through, previous):
    """Of all entries after one and up to another, and of the seal before."""
    digest = sha256(previous.encode())
    entries = Entry.objects.filter(pk__gt=begin, pk__lte=through).order_by("pk")
    for entry in entries.iterator(chunk_size=1_000):
        digest.update(canonical(content_of(entry)))
    return digest.hexdigest()


def what_is_wrong():
    """A sentence for each seal that does not fit. The oldest may follow one that is gone."""
    before = None
    for each in Seal.objects.iterator(chunk_size=1_000):
        begin = before.through if before else 0
        if before and each.previous != before.hash:
            yield f"Before seal {each.pk} one is missing."
        if hash_of(begin, each.through, each.previous) != each.hash:
            yield f"What seal {each.pk} covers is not as it was written."
        before = each


@transaction.atomic
def forget_old():
    """Take away what is older than AUDIT_DAYS, by whole seals; how many entries there were."""
    too_old = timezone.now() - timedelta(days=settings.AUDIT_DAYS)
    young = Entry.objects.filter(at__gte=too_old).order_by("pk").first()
    old = Seal.objects.filter(at__lt=too_old)
    if young:
        old = old.filter(through__lt=young.pk)
    last = old.last()
    if last is None:
        return 0
    gone = Entry.objects.filter(pk__lte=last.through).forget()
    old.order_by().forget()
    return gone
