"""A site for browsers to look at: `make serve`, with a database and folders of its own."""

import os
import signal
import socket
import subprocess
import time
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.error import HTTPError
from urllib.request import urlopen

PROJECT = Path(__file__).parents[2]
PASSWORD = "a long password for browsers"  # noqa: S105 - of demo users who live for a test run.
SECONDS_TO_SEED = 1800
SECONDS_TO_ANSWER = 60


class DidNotStart(Exception):
    """What `make serve` said instead."""


@contextmanager
def served_site(**more):
    """Seed and serve; the address while it is served. The environment may say more."""
    port = free_port()
    with TemporaryDirectory(prefix="coalition-site-") as folder, open_log(folder) as log:
        server = subprocess.Popen(
            ["make", "serve", f"PORT={port}"],
            cwd=PROJECT,
            env=environment_in(folder) | more,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )
        try:
            wait_for(f"http://127.0.0.1:{port}/readyz", server, log)
            yield f"http://127.0.0.1:{port}"
        finally:
            stop(server)


def open_log(folder):
    return Path(folder, "log").open("w+")


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def environment_in(folder):
    return {
        "PATH": os.environ["PATH"],
        "DATABASE_URL": f"sqlite:///{folder}/site.sqlite3",
        "CACHE_URL": f"filecache://{folder}/cache",
        "MEDIA_ROOT": f"{folder}/media",
        "STATIC_ROOT": f"{folder}/static",
        "SEED_PASSWORD": PASSWORD,
    }


def wait_for(address, server, log):
    deadline = time.monotonic() + SECONDS_TO_SEED
    while not answers(address):
        if server.poll() is not None or time.monotonic() > deadline:
            log.seek(0)
            raise DidNotStart(log.read())
        time.sleep(0.2)


def stop(server):
    """End make and all it started; there may be nothing left to end."""
    with suppress(ProcessLookupError):
        os.killpg(server.pid, signal.SIGTERM)
    server.wait()


def answers(address):
    try:
        urlopen(address).close()  # noqa: S310 - our own server.
    except OSError:
        return False
    return True


def ask(address):
    """Status, headers and text of an answer; whoever waits too long for one fails."""
    try:
        answer = urlopen(address, timeout=SECONDS_TO_ANSWER)  # noqa: S310 - our own server.
    except HTTPError as refusal:
        answer = refusal
    with answer:
        return answer.status, answer.headers, answer.read().decode()
