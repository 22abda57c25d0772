"""Which machines we may ask: those of the public internet, and none of our own."""

import socket
from collections.abc import Callable
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from typing import Final

IPAddress = IPv4Address | IPv6Address
Resolver = Callable[[str], list[IPAddress]]

# Public by their numbers, but answered by the cloud that a machine stands in.
OF_CLOUDS: Final = [ip_network("168.63.129.16/32"), ip_network("192.0.0.0/24")]
# Of sites, before there were unique local ones: Python calls them global.
OF_SITES: Final = ip_network("fec0::/10")
# Whoever speaks to one of these speaks to the IPv4 address in its last bytes.
TRANSLATED: Final = ip_network("64:ff9b::/96")


def resolved(host: str) -> list[IPAddress]:
    """All addresses of a host; `OSError` if it has none."""
    found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(ip_address(address[4][0]) for address in found))


def is_public(address: IPAddress) -> bool:
    """Not private, loopback, link-local, multicast, reserved or a cloud's own."""
    meant = meant_by(address)
    return (
        meant.is_global
        and not meant.is_multicast
        and not meant.is_reserved
        and not any(meant in network for network in (*OF_CLOUDS, OF_SITES))
    )


def meant_by(address: IPAddress) -> IPAddress:
    """The IPv4 address inside one of IPv6, where there is one."""
    if isinstance(address, IPv4Address):
        return address
    if address in TRANSLATED:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    teredo = address.teredo
    return address.ipv4_mapped or address.sixtofour or (teredo[1] if teredo else address)
