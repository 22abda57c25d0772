"""A PostgreSQL of its own for whoever lets it crash: `tests/with_postgres` starts and ends it."""

import subprocess
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest

HERE = Path(__file__).parent
SAY_WHERE_AND_WAIT = ["sh", "-c", 'echo "$DATABASE_URL"; exec cat']
SECONDS_TO_RECOVER = "300"


class Cluster:
    """The one with a database at this address."""

    def __init__(self, address):
        self.address = address
        self.folder = Path(urlsplit(address).path).parent

    @property
    def settings(self):
        """Where Django finds the database."""
        name = Path(self.address).name
        place = {"HOST": str(self.folder), "PORT": "", "NAME": name}
        return {**place, "USER": urlsplit(self.address).username, "PASSWORD": ""}

    def crash(self):
        """All of its processes end at once, and write nothing any more."""
        self._control("stop", "--mode", "immediate")

    def start(self):
        """As in production: nothing is acknowledged before it is on the disk."""
        options = f"-c listen_addresses= -c unix_socket_directories={self.folder}"
        self._control("start", "--log", self.folder / "log", "--options", options)

    def _control(self, *words):
        patiently = ["--silent", "--wait", "--timeout", SECONDS_TO_RECOVER]
        subprocess.run(
            [programs() / "pg_ctl", *patiently, "--pgdata", self.folder / "data", *words],
            cwd=self.folder,
            user=self.folder.stat().st_uid,
            check=True,
        )


def programs():
    found = subprocess.run([HERE / "find_initdb"], capture_output=True, text=True, check=True)
    return Path(found.stdout.strip()).parent


@contextmanager
def own_cluster():
    """It ends with what it reads from us, hence with us, whatever becomes of us."""
    waiting = [HERE / "with_postgres", *SAY_WHERE_AND_WAIT]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    with subprocess.Popen(waiting, **pipes) as started:
        yield Cluster(started.stdout.readline().strip())


@pytest.fixture
def cluster():
    with own_cluster() as cluster:
        yield cluster
