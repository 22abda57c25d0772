"""How many answers we take in a minute, so that no flood fills the table of receipts."""

from typing import Final

from coalition.delivery.limits import Limit

A_MINUTE: Final = 60
# Several people may share an address.
MOST_FROM_ONE_ADDRESS: Final = 30
MOST: Final = 1_200


def may_answer(address: str) -> bool:
    """Count one more answer of this minute; whether we take it."""
    return Limit("consent", A_MINUTE, MOST_FROM_ONE_ADDRESS, MOST).has_room_for(address)
