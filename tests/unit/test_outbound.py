"""The door to other people's servers: whom it asks, and what it takes from them."""

import ssl
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler
from ipaddress import ip_address
from threading import Event

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from coalition.outbound.addresses import is_public
from coalition.outbound.client import Client, NotAnswered, Refused
from tests.web_servers import stand_in

LOOPBACK = ip_address("127.0.0.1")
HOST = "somewhere.example"


class StandIn(BaseHTTPRequestHandler):
    """A server that does as its paths say, and notes what it was told."""

    def do_GET(self):
        self.server.heard.append(f"{self.headers['Host']} {self.path}")
        getattr(self, f"answer_{self.path.strip('/').partition('?')[0]}")()

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.heard.append(f"{self.headers['Content-Type']} {body.decode()}")
        self.lead_to("/hello")

    def answer_hello(self):
        self.say(200, b"Hello", {"Set-Cookie": "known=1"})

    def answer_long(self):
        self.say(200, b"x" * 2_000)

    def answer_round(self):
        self.lead_to("/round")

    def answer_away(self):
        self.lead_to(f"http://inside.example:{self.server.server_port}/hello")

    def answer_insecure(self):
        self.lead_to("ftp://somewhere.example/hello")

    def answer_slow(self):
        self.server.is_over.wait(5)

    def answer_drop_by_drop(self):
        self.wfile.write(b"HTTP/1.1 200 OK\r\nX-Drops: ")
        with suppress(OSError):
            while not self.server.is_over.wait(0.05):
                self.wfile.write(b"x")

    def lead_to(self, place):
        self.say(302, b"", {"Location": place})

    def say(self, status, body, headers=()):
        self.send_response(status)
        for name, value in {"Content-Length": len(body), **dict(headers)}.items():
            self.send_header(name, str(value))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args):
        """Tests are quiet."""


@contextmanager
def serving(context=None):
    with stand_in(StandIn) as server:
        server.heard, server.is_over = [], Event()
        if context:
            server.socket = context.wrap_socket(server.socket, server_side=True)
        yield server
        server.is_over.set()


@pytest.fixture
def server():
    with serving() as server:
        yield server


def client_of(server, **rules):
    """As in earnest, but for where names lead, and that our own machine may be asked."""
    given = {
        "schemes": ("http", "https"),
        "ports": (server.server_port,),
        "resolve": lambda host: [LOOPBACK],
        "may_ask": lambda address: address == LOOPBACK,
    }
    return Client(**given | rules)


def address(server, path, scheme="http"):
    return f"{scheme}://{HOST}:{server.server_port}/{path}"


# Whom it asks


@pytest.mark.parametrize(
    "forbidden",
    [
        "127.0.0.1",
        "fec0::1",
        "10.0.0.8",
        "172.16.3.1",
        "192.168.1.1",
        "100.100.100.200",
        "169.254.169.254",
        "168.63.129.16",
        "192.0.0.192",
        "0.0.0.0",  # noqa: S104 - nobody listens there.
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "fe80::1",
        "fd00:ec2::254",
        "ff02::1",
        "::ffff:127.0.0.1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
    ],
)
def test_knows_addresses_that_are_not_public(forbidden):
    assert not is_public(ip_address(forbidden))


@pytest.mark.parametrize("allowed", ["93.184.216.34", "2606:2800:220:1::", "64:ff9b::5db8:d822"])
def test_knows_addresses_that_are_public(allowed):
    assert is_public(ip_address(allowed))


@pytest.mark.parametrize(
    "wrong",
    [
        "http://somewhere.example/",
        "ftp://somewhere.example/",
        "file:///etc/passwd",
        "//somewhere.example/",
        "https://somewhere.example:22/",
        "https://name:word@somewhere.example/",
        "https://[somewhere/",
        "https://",
        "",
    ],
)
def test_asks_only_for_secure_addresses_of_the_web(wrong):
    with pytest.raises(Refused):
        Client(resolve=lambda host: pytest.fail("nobody was to be asked")).get(wrong)


def test_asks_no_host_of_which_any_address_is_not_public():
    mixed = [ip_address("93.184.216.34"), ip_address("10.0.0.8")]

    with pytest.raises(Refused, match="not public"):
        Client(resolve=lambda host: mixed).get("https://somewhere.example/")


def test_tells_of_a_host_that_does_not_exist():
    def unknown(host):
        raise OSError(host)

    with pytest.raises(NotAnswered, match="no such host"):
        Client(resolve=unknown).get("https://somewhere.example/")


def test_asks_for_a_name_once_and_then_whom_it_looked_at(server):
    """Or a name could lead to a public address first and to our own network then."""
    asked = []

    def resolve(host):
        asked.append(host)
        return [LOOPBACK]

    client_of(server, resolve=resolve).get(address(server, "hello"))

    assert asked == [HOST]
    assert server.heard == [f"{HOST}:{server.server_port} /hello"]


def test_looks_at_every_place_it_is_led_to(server):
    inside = {"inside.example": [ip_address("10.0.0.8")]}
    client = client_of(server, resolve=lambda host: inside.get(host, [LOOPBACK]))

    with pytest.raises(Refused, match="not public"):
        client.get(address(server, "away"))


def test_is_led_to_no_other_kind_of_address(server):
    with pytest.raises(Refused):
        client_of(server).get(address(server, "insecure"))


def test_asks_in_letters_that_servers_read(server):
    asked = []
    client = client_of(server, resolve=lambda host: asked.append(host) or [LOOPBACK])

    client.get(f"http://موقع.example:{server.server_port}/hello?q=é#end")

    assert asked == ["xn--4gbrim.example"]
    assert server.heard[0].endswith("/hello?q=%C3%A9")


# What it takes


def test_brings_an_answer(server):
    answer = client_of(server).get(address(server, "hello"))

    assert (answer.status, answer.body) == (200, b"Hello")


def test_keeps_no_cookie(server):
    client = client_of(server)
    client.get(address(server, "hello"))
    heard = []
    StandIn.answer_listen = lambda self: (heard.append(self.headers["Cookie"]), self.say(200, b""))

    client.get(address(server, "listen"))

    assert heard == [None]


def test_takes_no_answer_that_is_too_long(server):
    with pytest.raises(Refused, match="too long"):
        client_of(server, most_bytes=1_000).get(address(server, "long"))


def test_is_led_round_for_a_while_only(server):
    with pytest.raises(Refused, match="on and on"):
        client_of(server).get(address(server, "round"))

    assert len(server.heard) == 4


@pytest.mark.parametrize("path", ["slow", "drop_by_drop"])
def test_waits_for_an_answer_for_a_while_only(server, path):
    with pytest.raises(NotAnswered):
        client_of(server, seconds=0.2).get(address(server, path))


def test_sends_a_form_to_one_place_only(server):
    answer = client_of(server).post(address(server, "hub"), b"a=1", "application/x-form")

    assert answer.status == 302
    assert server.heard == ["application/x-form a=1"]


# Certificates


def certificate_for(name, folder):
    """A certificate with its key in one file, signed by itself."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    yesterday = datetime.now(UTC) - timedelta(days=1)
    tomorrow = yesterday + timedelta(days=2)
    builder = x509.CertificateBuilder(subject, subject, key.public_key(), 1, yesterday, tomorrow)
    builder = builder.add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), False)
    file = folder / "certificate.pem"
    file.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
        + builder.sign(key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM)
    )
    return file


@pytest.mark.parametrize(("name", "is_trusted"), [(HOST, True), ("other.example", False)])
def test_trusts_whoever_has_a_certificate_for_the_name(tmp_path, name, is_trusted):
    file = certificate_for(name, tmp_path)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(file)
    with serving(context) as server:
        client = client_of(server, context=ssl.create_default_context(cafile=file))
        if is_trusted:
            assert client.get(address(server, "hello", "https")).body == b"Hello"
        else:
            with pytest.raises(NotAnswered, match="SSLCertVerificationError"):
                client.get(address(server, "hello", "https"))
