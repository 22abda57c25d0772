"""A Redis or Valkey of its own for stored pages, gone when its test ends."""

import os
import shutil
import subprocess
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic, sleep

from redis import Redis
from redis.exceptions import ConnectionError as NobodyThere

SECONDS_TO_START = 120


class PageServer:
    """It listens on a socket in its own folder, so that several can run at once."""

    def __init__(self, folder):
        self.folder = Path(folder)
        self.address = f"unix://{self.folder / 'socket'}?db=1"
        self.process = None

    def start(self, *options):
        quiet = ["--port", "0", "--appendonly", "no", "--logfile", "log", "--dir", self.folder]
        reached = ["--unixsocket", self.folder / "socket", "--unixsocketperm", "777"]
        is_root = os.geteuid() == 0
        self.process = subprocess.Popen(
            [program(), *quiet, *reached, "--save", "", *options],
            cwd=self.folder,
            user="nobody" if is_root else None,
        )
        self._wait()

    def _wait(self):
        give_up_at = monotonic() + SECONDS_TO_START
        while True:
            try:
                with self.client() as client:
                    client.ping()
                return
            except NobodyThere:
                if monotonic() > give_up_at or self.process.poll() is not None:
                    raise
                sleep(0.01)

    def client(self):
        """Past the shelf, to look at what lies there."""
        return Redis.from_url(self.address)

    def kill(self):
        self.process.kill()
        self.process.wait()

    def signal(self, which):
        self.process.send_signal(which)


def program():
    found = shutil.which("valkey-server") or shutil.which("redis-server")
    assert found, (
        "These tests need a valkey-server or redis-server: tests/set_up_machine installs one."
    )
    return found


@contextmanager
def page_server(*options):
    # Short, because the address of a socket may not be long.
    with TemporaryDirectory(prefix="pages-", dir="/tmp") as folder:
        Path(folder).chmod(0o777)
        server = PageServer(folder)
        server.start(*options)
        try:
            yield server
        finally:
            server.kill()
