"""How many messages we take in a day."""

from typing import Final

from coalition.delivery.limits import Limit

MOST_A_DAY: Final = 300
MOST_FROM_ONE_ADDRESS: Final = 5
A_DAY: Final = 24 * 60 * 60


def has_room_for(address: str) -> bool:
    """Count one more message of this day; whether we take it."""
    return Limit("contact", A_DAY, MOST_FROM_ONE_ADDRESS, MOST_A_DAY).has_room_for(address)
