"""What `make serve` installs is enough to serve: tests have packages beside it."""

import subprocess
import sys

import pytest

from tests.browser.served_site import PROJECT

# In the groups of pyproject.toml that `make serve` leaves out.
ONLY_ELSEWHERE = ["redis", "pytest", "hypothesis"]


@pytest.mark.parametrize("module", ["coalition.wsgi", "coalition.serving"])
def test_starts_without_what_others_need(module):
    without = f"sys.modules.update(dict.fromkeys({ONLY_ELSEWHERE}))"
    settings = "import tests.settings"

    started = subprocess.run(
        [sys.executable, "-c", f"import sys; {without}; {settings}; import {module}"],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert started.returncode == 0, started.stderr
