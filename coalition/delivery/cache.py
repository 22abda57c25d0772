"""A cache on another machine, without which every page still comes, and hardly later.

What fails or does not answer in time is left in peace for some seconds: everybody is told
meanwhile that nothing is kept. It is asked again by one request, which tells for all.
"""

from collections.abc import Callable
from functools import cached_property
from logging import getLogger
from typing import Any, Final

from django.core.cache.backends.redis import RedisCache, RedisCacheClient
from redis.backoff import NoBackoff
from redis.exceptions import RedisError
from redis.retry import Retry

from coalition.delivery.breaker import SECONDS_OF_PATIENCE, Breaker

logger = getLogger(__name__)

PATIENCE: Final = {
    "socket_connect_timeout": SECONDS_OF_PATIENCE,
    "socket_timeout": SECONDS_OF_PATIENCE,
    "retry": Retry(NoBackoff(), 0),
}


class SparingClient:
    """Asks Django's client for Redis, or answers as an empty cache would."""

    def __init__(self, client: RedisCacheClient) -> None:
        self._client = client
        self._breaker = Breaker()

    def __getattr__(self, name: str) -> Callable[..., Any]:
        act = getattr(self._client, name)

        def act_or_do_without(*args: Any) -> Any:
            if self._breaker.is_open:
                return without_cache(name, args)
            self._breaker.let_one_try()
            try:
                answer = act(*args)
            except (RedisError, OSError) as error:
                self._breaker.open()
                logger.warning("The cache does not answer: %s", type(error).__name__)
                return without_cache(name, args)
            self._breaker.close()
            return answer

        return act_or_do_without


def without_cache(name: str, args: tuple[Any, ...]) -> Any:
    """What an empty cache says that keeps nothing."""
    match name, args:
        case "get", (_, default):
            return default
        case "get_many", _:
            return {}
        case "incr", (key, *_):
            raise ValueError(f"{key} is not kept.")
    return name == "add"


class SparingCache(RedisCache):
    """Django's cache on Redis, for `CACHE_URL=redis://…`."""

    def __init__(self, server: str | list[str], params: dict[str, Any]) -> None:
        super().__init__(server, params | {"OPTIONS": PATIENCE | params.get("OPTIONS", {})})

    @cached_property
    def _cache(self) -> SparingClient:
        return SparingClient(super()._cache)  # type: ignore[misc]  # Stubs lack it.
