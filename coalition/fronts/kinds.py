"""The kinds of caches that can be told of tags, each in its own words."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from coalition.fronts.front import Ask, Front
from coalition.outbound.client import Client

CLOUDFLARE: Final = "https://api.cloudflare.com/client/v4"
FASTLY: Final = "https://api.fastly.com"
# Nobody waits for it, but those that are told after it.
SECONDS: Final = 4.0
CLIENT: Final = Client(seconds=SECONDS, most_bytes=100_000, most_redirects=0)


@dataclass(frozen=True)
class Varnish(Front):
    """One of our own, by `deploy/varnish-tags.vcl`; it listens to us alone."""

    host: str
    port: int = 80

    tags_header = "xkey"
    # A line of a header may have 8 KB there, if nobody says otherwise.
    most_bytes = 7_500
    most_at_once = 500

    @property
    def name(self) -> str:
        return f"Varnish {self.host}:{self.port}"

    @property
    def client(self) -> Client:
        # It may stand in a network of our own: whoever runs the site has named it.
        return Client(
            schemes=("http",), ports=(self.port,), seconds=SECONDS, may_ask=lambda address: True
        )

    def forget_tags(self, tags: Sequence[str], *, is_for_good: bool) -> Ask:
        way = "xkey-purge" if is_for_good else "xkey-softpurge"
        return Ask("PURGE", f"http://{self.host}:{self.port}/", {way: " ".join(tags)})

    def forget_addresses(self, addresses: Sequence[str]) -> Iterator[Ask]:
        """An address is one of the tags, however it was written and whatever followed it."""
        return iter(())


@dataclass(frozen=True)
class Cloudflare(Front):
    """https://developers.cloudflare.com/api/resources/cache/methods/purge/"""

    zone: str
    token: str = field(repr=False)

    tags_header = "Cache-Tag"
    separator = ","
    # It takes more, but no more than a thousand tags.
    most_bytes = 10_000
    most_at_once = 100
    # No other cache on the way reads it.
    life_header = "Cloudflare-CDN-Cache-Control"

    @property
    def name(self) -> str:
        return f"Cloudflare {self.zone}"

    @property
    def client(self) -> Client:
        return CLIENT

    def forget_tags(self, tags: Sequence[str], *, is_for_good: bool) -> Ask:
        """Always for good: it knows no other way."""
        return self._ask({"tags": tags})

    def forget_addresses(self, addresses: Sequence[str]) -> Iterator[Ask]:
        yield self._ask({"files": addresses})

    def _ask(self, what: Mapping[str, Sequence[str]]) -> Ask:
        headers = {"Authorization": f"Bearer {self.token}", "Content-Type": "application/json"}
        address = f"{CLOUDFLARE}/zones/{self.zone}/purge_cache"
        return Ask("POST", address, headers, json.dumps(what).encode())


@dataclass(frozen=True)
class Fastly(Front):
    """https://www.fastly.com/documentation/reference/api/purging/"""

    service: str
    key: str = field(repr=False)

    tags_header = "Surrogate-Key"
    most_bytes = 16_000
    most_at_once = 256

    @property
    def name(self) -> str:
        return f"Fastly {self.service}"

    @property
    def client(self) -> Client:
        return CLIENT

    def forget_tags(self, tags: Sequence[str], *, is_for_good: bool) -> Ask:
        softly = {} if is_for_good else {"Fastly-Soft-Purge": "1"}
        headers = {"Fastly-Key": self.key, "Surrogate-Key": " ".join(tags), **softly}
        return Ask("POST", f"{FASTLY}/service/{self.service}/purge", headers)

    def forget_addresses(self, addresses: Sequence[str]) -> Iterator[Ask]:
        for address in addresses:
            without_scheme = address.partition("://")[2]
            yield Ask("POST", f"{FASTLY}/purge/{without_scheme}", {"Fastly-Key": self.key})
