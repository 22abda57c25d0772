"""A connection to an address that was looked at, for a host of whatever name."""

import http.client
import socket
import ssl
from ipaddress import IPv4Address, IPv6Address


class CheckedConnection(http.client.HTTPConnection):
    """Asks no name server again: who answers is who was checked.

    `Host`, and the name that a certificate must bear, are those of the address in the link.
    """

    def __init__(
        self,
        host: str,
        port: int,
        address: IPv4Address | IPv6Address,
        timeout: float,
        context: ssl.SSLContext | None,
    ) -> None:
        super().__init__(host, port, timeout=timeout)
        self.address = address
        self.context = context
        # What was read until then may look like the whole of an answer.
        self.is_cut = False
        # Left out of `Host` where it goes without saying.
        self.default_port = 443 if context else 80

    def connect(self) -> None:
        self.sock = socket.create_connection((str(self.address), self.port), self.timeout)
        if self.context:
            # So that the handshake can be cut too.
            self.sock = self.context.wrap_socket(
                self.sock, server_hostname=self.host, do_handshake_on_connect=False
            )
            self.sock.do_handshake()

    def cut(self) -> None:
        """From another thread, whatever we wait for."""
        self.is_cut = True
        if self.sock:
            try:
                self.sock.shutdown(socket.SHUT_RDWR)
            except OSError:
                # The other side was quicker.
                return
