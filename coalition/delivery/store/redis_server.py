"""A Redis or Valkey that keeps pages, and may be away.

What is looked for is waited for a moment, and when that was in vain not at all for some seconds:
pages are rendered meanwhile. What is purged is waited for longer, and tried whatever happened
before.
"""

from functools import cache
from logging import getLogger
from pathlib import Path
from time import monotonic
from typing import Any, Final

from redis import Redis
from redis.backoff import NoBackoff
from redis.commands.core import Script
from redis.exceptions import OutOfMemoryError, RedisError
from redis.retry import Retry

from coalition.delivery.breaker import Breaker
from coalition.delivery.store.shelf import FRESH_FOR, STALE_FOR

# Who makes a page asks several times: two answers in a row that take longer than an instant are
# trouble as well.
SECONDS_TO_READ: Final = 0.2
AN_INSTANT: Final = 0.1
# Whoever publishes waits so long at the most.
SECONDS_TO_PURGE: Final = 1.0
FOLDER: Final = Path(__file__).with_name("lua")

logger = getLogger(__name__)


class Server:
    """Runs the scripts of this folder; raises `OSError` where it cannot."""

    def __init__(self, url: str) -> None:
        self._reading, self._purging = client(url, SECONDS_TO_READ), client(url, SECONDS_TO_PURGE)
        self._breaker = Breaker(SECONDS_TO_READ)
        self._slow_answers = 0

    def read(self, name: str, *args: Any) -> Any:
        """If it has answered before, or one may see whether it answers again."""
        if self._breaker.is_open:
            raise OSError("The page store is left in peace")
        self._breaker.let_one_try()
        begun = monotonic()
        try:
            answer = run(self._reading, name, args)
        except OutOfMemoryError as error:
            self._breaker.close()
            raise OSError("The page store is full") from error
        except RedisError as error:
            self._breaker.open()
            logger.warning("The page store does not answer: %s", error)
            raise OSError("The page store does not answer") from error
        self._breaker.close()
        self._note(monotonic() - begun)
        return answer

    def _note(self, seconds: float) -> None:
        self._slow_answers = self._slow_answers + 1 if seconds > AN_INSTANT else 0
        if self._slow_answers > 1:
            self._slow_answers = 0
            self._breaker.open()
            logger.warning("The page store answers slowly")

    def purge(self, name: str, *args: Any) -> Any:
        try:
            return run(self._purging, name, args)
        except RedisError as error:
            raise OSError("The page store could not be told") from error


def client(url: str, patience: float) -> Redis:
    return Redis.from_url(
        url,
        socket_connect_timeout=patience,
        socket_timeout=patience,
        retry=Retry(NoBackoff(), 0),
        redis_connect_func=greet,
    )


def greet(connection: Any) -> None:
    """Whoever speaks with a server has greeted it: it may be another than before."""
    connection.on_connect()
    connection.send_command("EVAL", script("greet"), 0)
    connection.read_response()


def run(client: Redis, name: str, args: tuple[Any, ...]) -> Any:
    return loaded(name)(args=args, client=client)


@cache
def loaded(name: str) -> Script:
    """Of no server: whichever runs it first is handed it."""
    return Script(Redis(), script(name))


@cache
def script(name: str) -> str:
    """Its first line says how it is to be run; what all know comes after that."""
    shebang, own = (FOLDER / f"{name}.lua").read_text().split("\n", 1)
    shared = (FOLDER / "shared.lua").read_text()
    known = f"local FRESH_FOR, STALE_FOR = {FRESH_FOR}, {STALE_FOR}"
    return "\n".join([shebang, known, shared, own])
