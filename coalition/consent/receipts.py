"""Receipts: written one after another, each holding fast to the one before."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from hashlib import sha256
from secrets import token_urlsafe

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from coalition.audit.chain import canonical, in_utc, wait_for_turn
from coalition.consent.models import Receipt, ShownText
from coalition.consent.registry import purposes, version_of
from coalition.consent.sealing import (
    FORGOTTEN,
    NEWEST,
    beginning,
    hash_to_follow,
    is_newest_there,
    seal,
)

# Any number, as long as nobody else locks it.
LOCK = 5_417_203


@dataclass(frozen=True)
class Answer:
    """What somebody chose, and how they were asked."""

    choices: Mapping[str, bool]
    language: str
    surface: str
    signal: str = ""


@transaction.atomic
def write_receipt(answer: Answer) -> Receipt:
    """Keep an answer, and the words that it was an answer to."""
    # Two receipts cannot both follow the same one.
    wait_for_turn(LOCK)
    shown = {key: purpose for key, purpose in purposes().items() if key in answer.choices}
    known = set(ShownText.objects.values_list("version", flat=True))
    for key, purpose in shown.items():
        if purpose.version not in known:
            ShownText(version=purpose.version, purpose=key, content=purpose.content).save()
    receipt = Receipt(
        number=token_urlsafe(16),
        at=timezone.now(),
        choices=dict(answer.choices),
        versions={key: purpose.version for key, purpose in shown.items()},
        language=answer.language,
        surface=answer.surface,
        signal=answer.signal,
        previous=hash_to_follow(),
    )
    receipt.hash = hash_of(receipt)
    receipt.save()
    seal(NEWEST, receipt)
    return receipt


def hash_of(receipt: Receipt) -> str:
    content = {
        "number": receipt.number,
        "at": in_utc(receipt.at),
        "choices": receipt.choices,
        "versions": receipt.versions,
        "language": receipt.language,
        "surface": receipt.surface,
        "signal": receipt.signal,
        "previous": receipt.previous,
    }
    return sha256(canonical(content)).hexdigest()


def what_is_wrong() -> Iterator[str]:
    """A sentence for each receipt that was altered, and for each place where one is missing."""
    if not is_newest_there():
        yield "The newest receipts are missing, or their seal is."
    named: set[str] = set()
    previous = beginning()
    for receipt in Receipt.objects.order_by("pk").iterator(chunk_size=1_000):
        if receipt.hash != hash_of(receipt):
            yield f"Receipt {receipt.number} is not as it was written."
        if receipt.previous != previous:
            yield f"Before receipt {receipt.number} one is missing."
        previous = receipt.hash
        named.update(receipt.versions.values())
    for text in ShownText.objects.iterator(chunk_size=100):
        if version_of(text.content) != text.version:
            yield f"Text {text.version} is not as it was shown."
        named.discard(text.version)
    for version in sorted(named):
        yield f"Text {version} is missing."


@transaction.atomic
def forget_receipts() -> int:
    """Take away those whose time is over, the oldest first; how many there were."""
    wait_for_turn(LOCK)
    too_old = timezone.now() - timedelta(days=settings.RECEIPT_DAYS)
    young = Receipt.objects.filter(at__gte=too_old).order_by("pk").first()
    old = Receipt.objects.filter(at__lt=too_old)
    if young:
        old = old.filter(pk__lt=young.pk)
    if last := old.order_by("pk").last():
        seal(FORGOTTEN, last)
    return old.forget()
