"""The only door to other people's servers. No page is ever rendered through it."""

import http.client
import ssl
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from threading import Timer
from typing import Final
from urllib.parse import SplitResult, unquote, urldefrag, urljoin, urlsplit

from django.utils.encoding import iri_to_uri, punycode

from coalition.outbound.addresses import IPAddress, Resolver, is_public, resolved
from coalition.outbound.connection import CheckedConnection

DEFAULT_PORTS: Final = {"https": 443, "http": 80}
LEADS_ON: Final = {301, 302, 303, 307, 308}
# Nothing of a visitor, no cookie, and no coding that a small answer could grow from.
HEADERS: Final = {"User-Agent": "CoalitionSite", "Accept": "*/*", "Accept-Encoding": "identity"}


class NotAnswered(Exception):
    """Nobody answered, or not in time: another time somebody may."""


class Refused(Exception):
    """An address that we do not ask, or an answer that we do not take."""


@dataclass(frozen=True)
class Answer:
    status: int
    # Where it came from, after all redirects.
    address: str
    headers: Mapping[str, str]
    body: bytes = b""


@dataclass(frozen=True)
class Client:
    """Whom we ask, and how much of an answer we wait for; tests bring resolvers of their own.

    `seconds` are those that one answer may take; a redirect begins another.
    """

    schemes: tuple[str, ...] = ("https",)
    ports: tuple[int, ...] = tuple(DEFAULT_PORTS.values())
    seconds: float = 10
    most_bytes: int = 1_000_000
    most_redirects: int = 3
    resolve: Resolver = resolved
    may_ask: Callable[[IPAddress], bool] = is_public
    context: ssl.SSLContext = field(default_factory=ssl.create_default_context)

    def get(self, address: str) -> Answer:
        """What stands there, or where it leads to."""
        for _ in range(self.most_redirects + 1):
            answer = self._ask("GET", address)
            place = answer.headers.get("location")
            if answer.status not in LEADS_ON or not place:
                return answer
            address = urljoin(address, place)
        raise Refused("It leads on and on.")

    def post(self, address: str, body: bytes, content_type: str) -> Answer:
        """One answer: what is sent is sent to nobody else."""
        return self._ask("POST", address, body, {"Content-Type": content_type})

    def send(
        self, method: str, address: str, headers: Mapping[str, str], body: bytes | None = None
    ) -> Answer:
        """One answer to a request that is no page's and no form's, sent to nobody else."""
        return self._ask(method, address, body, headers)

    def _ask(
        self,
        method: str,
        address: str,
        body: bytes | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Answer:
        url = self._looked_at(address)
        connection = self._connection_to(url)
        # Time-outs of a socket begin anew with every byte.
        clock = Timer(self.seconds, connection.cut)
        clock.daemon = True
        clock.start()
        try:
            target = url._replace(scheme="", netloc="").geturl() or "/"
            connection.request(method, target, body, {**HEADERS, **(headers or {})})
            answer = self._read(connection.getresponse(), url.geturl())
        except (OSError, http.client.HTTPException) as error:
            raise NotAnswered(type(error).__name__) from error
        finally:
            clock.cancel()
            connection.close()
        if connection.is_cut:
            raise NotAnswered("TimeoutError")
        return answer

    def _looked_at(self, address: str) -> SplitResult:
        try:
            url = read(address)
            is_of_ours = port_of(url) in self.ports
        except (ValueError, UnicodeError):
            raise Refused("It is no address.") from None
        if url.scheme not in self.schemes or not url.hostname or not is_of_ours:
            raise Refused("We ask nothing of such addresses.")
        if url.username is not None or url.password is not None:
            raise Refused("It holds a password.")
        return url

    def _connection_to(self, url: SplitResult) -> CheckedConnection:
        host = url.hostname or ""
        context = self.context if url.scheme == "https" else None
        return CheckedConnection(host, port_of(url), self._address_of(host), self.seconds, context)

    def _address_of(self, host: str) -> IPAddress:
        """One of the host's, all of which must be public: nobody chooses for us."""
        try:
            addresses = self.resolve(host)
        except (OSError, UnicodeError) as error:
            raise NotAnswered("There is no such host.") from error
        if not addresses or not all(self.may_ask(address) for address in addresses):
            raise Refused("It leads into a network that is not public.")
        return addresses[0]

    def _read(self, response: http.client.HTTPResponse, address: str) -> Answer:
        body = response.read(self.most_bytes + 1) if self.most_bytes else b""
        if len(body) > self.most_bytes:
            raise Refused("It is too long.")
        headers = {name.lower(): value for name, value in response.getheaders()}
        return Answer(response.status, address, headers, body)


def read(address: str) -> SplitResult:
    """The address in the letters that servers read, and without what follows a `#`."""
    url = urlsplit(iri_to_uri(urldefrag(address.strip()).url))
    host = unquote(url.netloc)
    return url if host == url.netloc else url._replace(netloc=punycode(host))


def port_of(url: SplitResult) -> int:
    return url.port or DEFAULT_PORTS.get(url.scheme, 0)
