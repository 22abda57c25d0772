"""What `make serve` installs is enough to serve: tests have packages beside it."""

import subprocess
import sys

import pytest

from tests.browser.served_site import PROJECT

# In the groups of pyproject.toml that `make serve` leaves out.
ONLY_ELSEWHERE = ["redis", "pytest", "hypothesis"]


WHAT_FORKS_MUST_NOT_SHARE = """
from threading import active_count
from django.db import connections
from coalition.serving import read_what_workers_share
read_what_workers_share()
assert active_count() == 1
assert [each.alias for each in connections.all() if each.connection] == []
"""


def run(statements, first="tests.settings"):
    command = [sys.executable, "-c", f"import sys, {first}\n{statements}"]
    return subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("module", ["coalition.wsgi", "coalition.serving"])
def test_starts_without_what_others_need(module):
    without = f"sys.modules.update(dict.fromkeys({ONLY_ELSEWHERE}))"

    started = run(f"{without}\nimport {module}")

    assert started.returncode == 0, started.stderr


def test_what_is_read_before_there_are_workers_opens_nothing():
    started = run(WHAT_FORKS_MUST_NOT_SHARE)

    assert started.returncode == 0, started.stderr


THREADS_TOLD = """
from coalition import serving
from granian import cli
class Server:
    def __init__(self, *target, blocking_threads, **options):
        print(blocking_threads, serving.settings.BLOCKING_THREADS)
    serve = sys.exit
cli.Server = Server
sys.argv[1:] = ["coalition.wsgi:application"]
serving.entrypoint()
"""


def test_the_door_knows_how_many_threads_the_server_has():
    started = run(THREADS_TOLD, first="coalition.serving, tests.settings")

    assert started.stdout.split() == ["4", "4"], started.stderr
