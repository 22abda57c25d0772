"""Very many visitors at once: wrk, and what it says of the answers."""

import json
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

SCRIPT = Path(__file__).with_name("wrk.lua")
CONNECTIONS = 8


@dataclass(frozen=True)
class Answers:
    """How many came in how many seconds, how fast in milliseconds, and what was wrong with them."""

    requests: int
    seconds: float
    bytes: int
    p50: float
    p99: float
    refused: int
    broken: int


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
    return Answers(**json.loads(said.splitlines()[-1]))
