"""A server that is compared, and this site as one; nothing here knows Django."""

import os
import subprocess
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

from bench.comparison import processes
from tests.browser.served_site import PASSWORD, PROJECT, free_port, stop, wait_for

# Web servers find stored pages by the name of their host: a port is none of it.
HOST = "coalition.example"
HOME = "/en/"


@dataclass(frozen=True)
class Front:
    """A server, the processes that an answer takes time of, and what is asked for."""

    server: str
    web: Sequence[int]
    database: Sequence[int] = ()
    host: str = HOST
    path: str = HOME
    # What goes on beside those who ask.
    meanwhile: Callable[[], AbstractContextManager[None]] = nullcontext

    @property
    def processes(self) -> list[int]:
        return [*self.web, *self.database]

    def ask(self, path: str, coding: str) -> bytes:
        """What it sends, in this coding; an error if anything is wrong with it."""
        request = Request(f"{self.server}{path}")
        request.add_header("Host", self.host)
        request.add_header("Accept-Encoding", coding)
        with urlopen(request, timeout=10) as answer:
            return bytes(answer.read())


@contextmanager
def started(
    command: Sequence[str], address: str, log: Path, **options: Any
) -> Iterator[subprocess.Popen[bytes]]:
    """A server that answers at an address, until it is no longer needed."""
    with log.open("w+") as said:
        server = subprocess.Popen(
            command, stdout=said, stderr=said, start_new_session=True, **options
        )
        try:
            wait_for(address, server, said)
            yield server
        finally:
            stop(server)


@contextmanager
def our_site(folder: Path, **more: str) -> Iterator[Front]:
    """`make serve`, with whatever stands in the database; the demo, if that is nothing."""
    folder.mkdir(exist_ok=True)
    port = free_port()
    environment = environment_in(folder) | more
    make = ["make", "serve", f"PORT={port}"]
    address = f"http://127.0.0.1:{port}"
    log = folder / "log"
    # It begins to answer when all else is ready, but perhaps without a cache.
    with started(make, f"{address}/healthz", log, cwd=PROJECT, env=environment) as server:
        granian = processes.first_running("coalition.serving", server.pid)
        # Stored pages ask no database.
        database = [] if environment["PAGE_STORE"] else [database_server()]
        yield Front(address, [granian], database)


def environment_in(folder: Path) -> dict[str, str]:
    return {
        "PATH": os.environ["PATH"],
        "DATABASE_URL": os.environ["DATABASE_URL"],
        "MEDIA_ROOT": f"{folder}/media",
        "CACHE_URL": f"filecache://{folder}/cache",
        "PAGE_STORE": f"{folder}/pages",
        "SITE_URL": f"http://{HOST}",
        "ALLOWED_HOSTS": HOST,
        "SEED_PASSWORD": PASSWORD,
    }


def database_server() -> int:
    """The process of the PostgreSQL that `tests/with_postgres` has started."""
    folder = Path(urlsplit(os.environ["DATABASE_URL"]).path).parent
    return int((folder / "data/postmaster.pid").read_text().split()[0])
