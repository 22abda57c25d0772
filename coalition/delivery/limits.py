"""How often visitors may do a thing: one household, its neighbourhood, and all of them together.

Their address is kept nowhere: what is counted is a fingerprint of it and the time, which nobody
can undo without the site's secret, and which is another one when that time is over.
"""

from dataclasses import dataclass
from datetime import UTC, datetime
from time import time
from typing import Final

from django.db.models import F
from django.utils import timezone
from django.utils.crypto import salted_hmac

from coalition.delivery.models import Tally
from coalition.delivery.visitors import household, neighbourhood

# So many times what one household may: who has thousands of them shuts out nobody.
NEIGHBOURS: Final = 4


@dataclass(frozen=True)
class Limit:
    """So many of a thing in every `seconds`, counted from midnight in UTC."""

    name: str
    seconds: int
    from_one_household: int
    from_everybody: int

    def has_room_for(self, address: str) -> bool:
        """Count one more; whether we take it."""
        number = int(time()) // self.seconds
        period = f"{self.name}:{number}"
        ends_at = datetime.fromtimestamp((number + 1) * self.seconds, UTC)
        at_home = fingerprint(household(address), f"{period}:home")
        nearby = fingerprint(neighbourhood(address), f"{period}:nearby")
        # In this order, so that one who floods us shuts out nobody else.
        return (
            took_one(f"{period}:{at_home}", self.from_one_household, ends_at)
            and took_one(f"{period}:{nearby}", NEIGHBOURS * self.from_one_household, ends_at)
            and took_one(period, self.from_everybody, ends_at)
        )

    def seconds_left(self) -> int:
        """Until there is room again, whoever has taken it."""
        return self.seconds - int(time()) % self.seconds


def fingerprint(place: str, salt: str) -> str:
    return salted_hmac(salt, place).hexdigest()


def took_one(name: str, most: int, ends_at: datetime) -> bool:
    """Whether there was one left; who comes too late writes nothing.

    The database looks and counts in one statement, however many ask at once: not every cache can.
    """
    tally = Tally.objects.filter(name=name)
    number = tally.values_list("number", flat=True).first()
    if number is None:
        Tally.objects.filter(ends_at__lte=timezone.now()).delete()
        Tally.objects.bulk_create([Tally(name=name, ends_at=ends_at)], ignore_conflicts=True)
    elif number >= most:
        return False
    return tally.filter(number__lt=most).update(number=F("number") + 1) == 1
