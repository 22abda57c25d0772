"""From what the settings name to the caches in front of us."""

import re
from collections.abc import Iterable
from functools import cache
from typing import Final

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from coalition.fronts.front import Front
from coalition.fronts.kinds import Cloudflare, Fastly, Varnish

SECRET: Final = r"[\w.~-]+"  # noqa: S105 - what one looks like.
VARNISH: Final = re.compile(
    r"varnish://(?P<host>[\w.-]+|\[[\da-fA-F:.]+\])(?::(?P<port>\d+))?/?", re.ASCII
)
CLOUDFLARE: Final = re.compile(
    rf"cloudflare://(?P<zone>\w+)/?\?token=(?P<token>{SECRET})", re.ASCII
)
FASTLY: Final = re.compile(rf"fastly://(?P<service>\w+)/?\?key=(?P<key>{SECRET})", re.ASCII)
HIGHEST_PORT: Final = 65_535
WAYS: Final = "varnish://HOST:PORT, cloudflare://ZONE?token=… or fastly://SERVICE?key=…"


def fronts() -> tuple[Front, ...]:
    """Those of this site."""
    return fronts_named(tuple(settings.FRONT_CACHES))


@cache
def fronts_named(addresses: Iterable[str]) -> tuple[Front, ...]:
    named: dict[str, Front] = {}
    for number, address in enumerate(addresses, start=1):
        front = front_of(address)
        if front is None:
            # By its number: what it says may hold a secret.
            raise ImproperlyConfigured(f"FRONT_CACHES: write entry {number} as {WAYS}.")
        if front.name in named:
            raise ImproperlyConfigured(f"FRONT_CACHES names {front.name} twice.")
        named[front.name] = front
    return tuple(named.values())


def front_of(address: str) -> Front | None:
    """None if it cannot be read."""
    if named := VARNISH.fullmatch(address):
        port = int(named["port"] or 80)
        return Varnish(named["host"], port) if 0 < port <= HIGHEST_PORT else None
    if named := CLOUDFLARE.fullmatch(address):
        return Cloudflare(**named.groupdict())
    if named := FASTLY.fullmatch(address):
        return Fastly(**named.groupdict())
    return None
