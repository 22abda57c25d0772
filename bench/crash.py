"""Saving while the database crashes: whether anything that was acknowledged is lost, or half there.

`tests/with_postgres .venv/bin/python -m bench.crash [saves] [crashes]`
"""

import logging
import math
import os
import sys
from tempfile import TemporaryDirectory
from typing import Any

import django

from bench.results import keep

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
django.setup()

from tests import crashed_saves  # noqa: E402 - it needs models.


def main(saves: int = 500, crashes: int = 10) -> bool:
    """Whether anything went wrong."""
    # Every connection that is lost would tell of it.
    logging.disable(logging.CRITICAL)
    with TemporaryDirectory(prefix="coalition-crash-") as folder:
        each = math.ceil(saves / crashes)
        pages = crashed_saves.main(os.environ["DATABASE_URL"], folder, crashes, each)
    found = summed_up(pages) | {"crashes": crashes}
    keep("crash", found)
    say(found)
    return bool(found["lost"] or found["wrong"])


def summed_up(pages: list[dict[str, Any]]) -> dict[str, Any]:
    """Of what stood on each page after each crash."""
    more = [page["found"] - page["acknowledged"] for page in pages]
    return {
        "acknowledged": sum(page["acknowledged"] for page in pages),
        "lost": -sum(number for number in more if number < 0),
        "unheard": sum(number for number in more if number > 0),
        "wrong": [words for page in pages for words in page["wrong"]],
    }


def say(found: dict[str, Any]) -> None:
    lines = [
        f"{found['acknowledged']} saves acknowledged, {found['crashes']} crashes,"
        f" {crashed_saves.WRITERS} who save at once",
        f"Lost: {found['lost']}; saved without a word of it: {found['unheard']}",
        f"What does not go together: {len(found['wrong'])}",
        *found["wrong"][:10],
    ]
    sys.stdout.write("\n".join([*lines, ""]))


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
