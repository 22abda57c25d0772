"""How many answers we take in a minute, so that no flood fills the table of receipts."""

from typing import Final

from django.core.cache import cache
from django.utils import timezone
from django.utils.crypto import salted_hmac

from coalition.delivery.visitors import household

A_MINUTE: Final = 60
# Several people may share an address.
MOST_FROM_ONE_ADDRESS: Final = 30
MOST: Final = 1_200


def may_answer(address: str) -> bool:
    """Count one more answer; the address itself is kept nowhere."""
    minute = f"{timezone.now():%Y-%m-%dT%H:%M}"
    fingerprint = salted_hmac(f"consent:{minute}", household(address)).hexdigest()
    if _counted(f"consent:{fingerprint}") > MOST_FROM_ONE_ADDRESS:
        return False
    return _counted(f"consent:{minute}") <= MOST


def _counted(name: str) -> int:
    number: int = cache.get(name, 0) + 1
    cache.set(name, number, A_MINUTE)
    return number
