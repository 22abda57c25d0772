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


def run(statements):
    command = [sys.executable, "-c", f"import sys, tests.settings\n{statements}"]
    return subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("module", ["coalition.wsgi", "coalition.serving"])
def test_starts_without_what_others_need(module):
    without = f"sys.modules.update(dict.fromkeys({ONLY_ELSEWHERE}))"

    started = run(f"{without}\nimport {module}")

    assert started.returncode == 0, started.stderr


def test_what_is_read_before_there_are_workers_opens_nothing():
    started = run(WHAT_FORKS_MUST_NOT_SHARE)

    assert started.returncode == 0, started.stderr
