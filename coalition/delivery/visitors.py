"""Where a request comes from."""

from ipaddress import IPv6Address, ip_address, ip_network
from typing import Final

from django.conf import settings
from django.http import HttpRequest

# One household or office has as many addresses as it likes within these.
BITS_OF_A_HOUSEHOLD: Final = {4: 32, 6: 64}
# One customer has as many households as he likes within these.
BITS_OF_A_NEIGHBOURHOOD: Final = {4: 24, 6: 48}


def address_of(request: HttpRequest) -> str:
    """The visitor's address: never written down, see `limits` for what it is for.

    A site behind HTTPS stands behind a server of ours, which tells whom it speaks for; what others
    have put before that is anybody's invention.
    """
    if settings.SITE_IS_SECURE:
        told = request.headers.get("X-Forwarded-For", "").rpartition(",")[2].strip()
        if told:
            return told
    address: str = request.META.get("REMOTE_ADDR", "")
    return address


def is_signed_in(request: HttpRequest) -> bool:
    """Nobody is looked up who has no session: an answer to them is the same for everybody."""
    has_session = settings.SESSION_COOKIE_NAME in request.COOKIES
    return has_session and bool(request.user.is_authenticated)


def household(address: str) -> str:
    return network_of(address, BITS_OF_A_HOUSEHOLD)


def neighbourhood(address: str) -> str:
    return network_of(address, BITS_OF_A_NEIGHBOURHOOD)


def network_of(address: str, bits: dict[int, int]) -> str:
    try:
        found = ip_address(address)
        # As a server that listens to both kinds writes those of the old kind.
        if isinstance(found, IPv6Address) and found.ipv4_mapped:
            found = found.ipv4_mapped
        return str(ip_network((str(found), bits[found.version]), strict=False))
    except ValueError:
        return address
