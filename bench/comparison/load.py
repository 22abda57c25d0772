"""Very many visitors at once: wrk, and what it says of the answers."""

import gzip
import json
import re
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

SCRIPT = Path(__file__).with_name("wrk.lua")
CONNECTIONS = 8
# Whoever may try again is led to where they are.
TRY_AGAIN = re.compile(r'class="error-page__links">\s*<li><a href="([^"]*)"')


@dataclass(frozen=True)
class Refusal:
    """In which second somebody was refused something, and at which path, if the answer says so."""

    second: int
    status: int
    path: str


@dataclass(frozen=True)
class Answers:
    """How many came in how many seconds, how fast in milliseconds, and what was wrong with them.

    The first `refusals` are told where several paths are asked for.
    """

    requests: int
    seconds: float
    bytes: int
    p50: float
    p99: float
    refused: int
    broken: int
    refusals: list[Refusal]


def load(
    server: str, host: str, seconds: float, paths: Sequence[str], connections: int = CONNECTIONS
) -> Answers:
    """Let visitors ask a server for pages of a host, each as soon as it has the one before."""
    with begin(server, host, seconds, paths, connections) as wrk:
        return answers_of(wrk)


def begin(
    server: str, host: str, seconds: float, paths: Sequence[str], connections: int = CONNECTIONS
) -> subprocess.Popen[str]:
    # A single page needs no script, which would slow wrk down.
    several = ["--", *paths] if len(paths) > 1 else []
    return subprocess.Popen(
        [
            *("wrk", "--threads", "1", "--connections", str(connections)),
            *("--duration", f"{round(seconds)}s", "--timeout", "10s", "--script", str(SCRIPT)),
            *("--header", f"Host: {host}", "--header", "Accept-Encoding: gzip"),
            *(f"{server}{paths[0]}", *several),
        ],
        stdout=subprocess.PIPE,
        text=True,
    )


def answers_of(wrk: subprocess.Popen[str]) -> Answers:
    said, _ = wrk.communicate()
    found = json.loads(said.splitlines()[-1])
    found["refusals"] = [refusal(**told) for told in found["refusals"]]
    return Answers(**found)


def refusal(second: int, status: int, body: str) -> Refusal:
    """Of an answer as it came."""
    content = bytes.fromhex(body)
    if content.startswith(b"\x1f\x8b"):
        content = gzip.decompress(content)
    found = TRY_AGAIN.search(content.decode(errors="replace"))
    return Refusal(second, status, found[1] if found else "")
