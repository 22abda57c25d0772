"""Of many machines that want the same page made, one makes it and the others wait."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from time import monotonic, sleep
from typing import Final
from uuid import uuid4

from coalition.delivery.store.redis_server import Server
from coalition.delivery.store.turns import Waiting

# A machine that dies while it makes a page holds up others so long.
LONGEST_TURN: Final = 5.0
SECONDS_BETWEEN_LOOKS: Final = 0.05


class RedisTurns:
    """By words on the server, which forgets those of machines that die."""

    def __init__(self, server: Server) -> None:
        self._server = server

    @contextmanager
    def turn(self, key: object) -> Iterator[Waiting | None]:
        name, token = str(key), uuid4().hex
        if not self._begins(name, token):
            yield Elsewhere(self._server, name)
            return
        try:
            yield None
        finally:
            with suppress(OSError):
                self._server.read("end_turn", name, token)

    def _begins(self, name: str, token: str) -> bool:
        """Also where nobody can be asked: a page made twice is better than none."""
        try:
            return bool(self._server.read("begin_turn", name, token, int(LONGEST_TURN * 1000)))
        except OSError:
            return True


@dataclass(frozen=True)
class Elsewhere:
    """Another machine is at it."""

    server: Server
    name: str

    def wait(self, seconds: float) -> bool:
        """Whether it has ended by then."""
        give_up_at = monotonic() + seconds
        with suppress(OSError):
            while self.server.read("is_taken", self.name):
                if monotonic() > give_up_at:
                    return False
                sleep(SECONDS_BETWEEN_LOOKS)
        return True
