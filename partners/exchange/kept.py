"""Keeps an uploaded table between its preview and its confirmation, for its owner alone."""

from secrets import token_urlsafe
from typing import Final

from django.core.cache import cache

from partners.exchange.columns import Table

SECONDS: Final = 60 * 60


class Forgotten(LookupError):
    """The hour is over, or it is somebody else's."""


def keep(table: Table, owner: int) -> str:
    """The token by which the owner finds it again within the hour."""
    token = token_urlsafe(16)
    cache.set(_key(token, owner), table, SECONDS)
    return token


def recall(token: str, owner: int) -> Table:
    table: Table | None = cache.get(_key(token, owner))
    if table is None:
        raise Forgotten
    return table


def forget(token: str, owner: int) -> None:
    cache.delete(_key(token, owner))


def _key(token: str, owner: int) -> str:
    return f"partners.import.{owner}.{token}"
