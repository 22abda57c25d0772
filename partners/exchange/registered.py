"""A partner as the register has it, in the words of a file."""

from dataclasses import dataclass

from partners.exchange.columns import Values
from partners.exchange.statuses import Statuses


@dataclass(frozen=True)
class Registered:
    """`statuses` are all its changes of status; `values` name the latest.

    `has_draft` is whether changes to it wait that visitors do not see.
    """

    values: Values
    statuses: Statuses = ()
    has_draft: bool = False

    @property
    def public_id(self) -> str:
        return self.values["public_id"]
