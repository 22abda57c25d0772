"""How many messages we take in a day: from everybody together, and from one address.

The address itself is kept nowhere: what is counted is a fingerprint of it and the day, which
nobody can undo without the site's secret, and which is another one tomorrow.
"""

from typing import Final

from django.core.cache import cache
from django.utils import timezone
from django.utils.crypto import salted_hmac

from coalition.delivery.visitors import household

MOST_A_DAY: Final = 300
MOST_FROM_ONE_ADDRESS: Final = 5
A_DAY: Final = 24 * 60 * 60


def has_room_for(address: str) -> bool:
    """Count one more message of this day; whether we take it."""
    day = timezone.localdate().isoformat()
    # In this order, so that one who floods us shuts out nobody else.
    if _counted(f"contact:{day}:{fingerprint(address, day)}") > MOST_FROM_ONE_ADDRESS:
        return False
    return _counted(f"contact:{day}") <= MOST_A_DAY


def fingerprint(address: str, day: str) -> str:
    return salted_hmac(f"contact:{day}", household(address)).hexdigest()


def _counted(name: str) -> int:
    # Not the cache's own `incr`: some caches forget with it how long to keep the number.
    number: int = cache.get(name, 0) + 1
    cache.set(name, number, A_DAY)
    return number
