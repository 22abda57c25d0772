"""How often visitors may do a thing: one household, and all of them together.

Their address is kept nowhere: what is counted is a fingerprint of it and the time, which nobody
can undo without the site's secret, and which is another one when that time is over.
"""

from dataclasses import dataclass
from time import time

from django.core.cache import cache
from django.utils.crypto import salted_hmac

from coalition.delivery.visitors import household


@dataclass(frozen=True)
class Limit:
    """So many of a thing in every `seconds`, counted from midnight in UTC."""

    name: str
    seconds: int
    from_one_household: int
    from_everybody: int

    def has_room_for(self, address: str) -> bool:
        """Count one more; whether we take it."""
        period = f"{self.name}:{int(time()) // self.seconds}"
        of_household = f"{period}:{fingerprint(address, period)}"
        # In this order, so that one who floods us shuts out nobody else.
        if counted(of_household, self.seconds) > self.from_one_household:
            return False
        return counted(period, self.seconds) <= self.from_everybody


def fingerprint(address: str, period: str) -> str:
    return salted_hmac(period, household(address)).hexdigest()


def counted(name: str, seconds: int) -> int:
    """Which one this is; always the first where the cache keeps nothing."""
    cache.add(name, 0, seconds)
    try:
        number: int = cache.incr(name)
    except ValueError:
        return 1
    # Some caches forget with it how long to keep the number.
    cache.touch(name, seconds)
    return number
