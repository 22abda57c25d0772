"""What Lighthouse says of a page, as on a telephone on a slow line; `make bench` installs it."""

import json
import os
import statistics
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from itertools import islice
from typing import Any

from tests.browser import chromium
from tests.browser.budgets import FIRST_PAINT, LARGEST_PAINT, SCORES
from tests.browser.served_site import PROJECT

PROGRAM = str(PROJECT / ".tools/node/node_modules/.bin/lighthouse")
FLAGS = ["--quiet", "--output=json", "--chrome-flags=--headless=new --no-sandbox"]
CATEGORIES = dict(
    zip(SCORES, ["performance", "accessibility", "best-practices", "seo"], strict=True)
)
AUDITS = {FIRST_PAINT: "first-contentful-paint", LARGEST_PAINT: "largest-contentful-paint"}
# How fast a page is differs a little each time; now and then a run ends without an answer.
RUNS = 3
ATTEMPTS = 6
SECONDS_TO_ANSWER = 180


def can_be_had() -> bool:
    try:
        say("--version")
    except (FileNotFoundError, subprocess.SubprocessError):
        return False
    return True


def figures(address: str) -> dict[str, float]:
    """Medians of a few runs; nothing of a page that cannot be loaded."""
    runs = list(islice(answers(address), RUNS))
    names = [*CATEGORIES, *AUDITS] if runs else []
    return {name: statistics.median(run[name] for run in runs) for name in names}


def answers(address: str) -> Iterator[dict[str, float]]:
    for told in reports(address):
        yield scores(told) | {
            name: told["audits"][each]["numericValue"] / 1000 for name, each in AUDITS.items()
        }


def scores(told: dict[str, Any]) -> dict[str, float]:
    """Of what was looked at, of a hundred."""
    seen = told["categories"]
    return {name: 100 * seen[each]["score"] for name, each in CATEGORIES.items() if each in seen}


def reports(address: str, *flags: str) -> Iterator[dict[str, Any]]:
    """As it writes them, as many as are asked for."""
    for _ in range(ATTEMPTS):
        with suppress(subprocess.SubprocessError):
            yield json.loads(say(address, *FLAGS, *flags))


def say(*words: str) -> bytes:
    return subprocess.run(
        [PROGRAM, *words],
        env=os.environ | {"CHROME_PATH": chromium.PATH},
        capture_output=True,
        check=True,
        timeout=SECONDS_TO_ANSWER,
    ).stdout
