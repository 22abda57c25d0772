"""The ends of the chain of receipts, signed: no row tells whether others came before or after it.

At the one end is the receipt written last, at the other the last of those whose time was over.
"""

from hashlib import sha256

from django.core.signing import BadSignature, Signer

from coalition.audit.chain import BEGINNING
from coalition.consent.models import Receipt, Seal

NEWEST = "newest"
FORGOTTEN = "forgotten"


def seal(end: str, receipt: Receipt) -> None:
    Seal(end=end, signed=signer(end).sign(receipt.hash)).save()


def sealed(end: str) -> str | None:
    """The hash of the receipt that was there, whether or not somebody took it away."""
    found = Seal.objects.filter(end=end).first()
    try:
        return signer(end).unsign(found.signed) if found else None
    except BadSignature:
        return None


def signer(end: str) -> Signer:
    return Signer(salt=f"coalition.consent.{end}")


def beginning() -> str:
    """What the oldest receipt holds fast to."""
    return sealed(FORGOTTEN) or BEGINNING


def hash_to_follow() -> str:
    """What the next receipt holds fast to.

    Without a seal of ours, or with one of before, that is no receipt: the gap stays to be seen.
    """
    newest = sealed(NEWEST)
    if newest and not Receipt.objects.filter(previous=newest).exists():
        return newest
    last = Receipt.objects.order_by("pk").last()
    return sha256(f"{last.hash} unsealed".encode()).hexdigest() if last else BEGINNING


def is_newest_there() -> bool:
    """Or one that followed it meanwhile; none, if all are forgotten."""
    newest = sealed(NEWEST) or BEGINNING
    if newest == beginning():
        return not Receipt.objects.exists()
    return Receipt.objects.filter(hash=newest).exists()
