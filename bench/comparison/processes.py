"""What servers use of the machine, as its kernel counts it."""

import os
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

PROC = Path("/proc")
TICKS_A_SECOND = os.sysconf("SC_CLK_TCK")
# Where they stand in a line of /proc/…/stat, behind the name of the program.
PARENT = 1
OWN_AND_ENDED_CHILDRENS_TICKS = slice(11, 15)
QUIET = 0.02
LONGEST_WAIT = 30


def cpu_when_idle(roots: Iterable[int]) -> float:
    """Seconds of processor time so far, counted when nothing is under way any more."""
    roots = list(roots)
    used = cpu(roots)
    for _ in range(LONGEST_WAIT):
        time.sleep(0.2)
        before, used = used, cpu(roots)
        if used - before < QUIET:
            break
    return used


def cpu(roots: Iterable[int]) -> float:
    ticks = sum(
        int(number)
        for process in below(roots)
        for number in stat(process)[OWN_AND_ENDED_CHILDRENS_TICKS]
    )
    return ticks / TICKS_A_SECOND


def megabytes(roots: Iterable[int]) -> float:
    """Of memory, with a fair share of what several processes share."""
    return sum(kilobytes(process) for process in below(roots)) / 1000


def kilobytes(process: int) -> int:
    with suppress(FileNotFoundError, ProcessLookupError):
        for line in (PROC / str(process) / "smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1])
    return 0


def below(roots: Iterable[int]) -> Iterator[int]:
    """These processes and all that they have started."""
    children = defaultdict(list)
    for process in running():
        if told := stat(process):
            children[int(told[PARENT])].append(process)
    waiting = list(roots)
    while waiting:
        process = waiting.pop()
        yield process
        waiting += children[process]


def running() -> Iterator[int]:
    return (int(folder.name) for folder in PROC.glob("[0-9]*"))


def stat(process: int) -> list[str]:
    """Nothing of one that has ended."""
    with suppress(FileNotFoundError, ProcessLookupError):
        return (PROC / str(process) / "stat").read_text().rpartition(")")[2].split()
    return []


def first_running(module: str, root: int) -> int:
    """The first process below this one that runs a module of Python."""
    for process in sorted(below([root])):
        words = (PROC / str(process) / "cmdline").read_bytes().split(b"\0")
        # A shell may have the same name among the words of its script.
        if words[1:3] == [b"-m", module.encode()]:
            return process
    raise LookupError(f"No {module} runs below {root}")
