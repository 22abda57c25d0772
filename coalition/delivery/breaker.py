"""Leaves in peace for some seconds what fails, without asking for the package that asks."""

from time import monotonic
from typing import Final

# A cache that takes longer is slower than the database.
SECONDS_OF_PATIENCE: Final = 0.08
SECONDS_IN_PEACE: Final = 5.0


class Breaker:
    """Says whether to ask; shared by the threads of a process, which need not agree exactly."""

    def __init__(self, seconds_of_patience: float = SECONDS_OF_PATIENCE) -> None:
        self._seconds_of_patience = seconds_of_patience
        self._in_peace_until = 0.0

    @property
    def is_open(self) -> bool:
        return monotonic() < self._in_peace_until

    def let_one_try(self) -> None:
        """Others wait for what comes of it, if there was trouble before."""
        if self._in_peace_until:
            self._in_peace_until = monotonic() + self._seconds_of_patience

    def close(self) -> None:
        self._in_peace_until = 0.0

    def open(self) -> None:
        self._in_peace_until = monotonic() + SECONDS_IN_PEACE
