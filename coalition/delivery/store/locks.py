"""Files by which the processes of one machine take turns: whoever dies has let go."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from fcntl import LOCK_EX, LOCK_NB, flock
from io import TextIOWrapper
from pathlib import Path
from stat import S_ISREG
from time import monotonic, sleep
from typing import Final

# Acts that somebody is alone for take milliseconds.
AN_INSTANT: Final = 0.001


@contextmanager
def alone(file: Path, patience: float) -> Iterator[None]:
    """In turn; a `TimeoutError` for whoever waits for so many seconds."""
    give_up_at = monotonic() + patience
    # One at a time looks whether it is free: who comes again and again would keep all others out.
    with waited_for(file.with_suffix(".next"), give_up_at):
        lock = waited_for(file, give_up_at)
    with lock:
        yield


def waited_for(file: Path, give_up_at: float, between_looks: float = AN_INSTANT) -> TextIOWrapper:
    """As `taken`, by a moment of the process's clock."""
    while (lock := taken(file)) is None:
        if monotonic() > give_up_at:
            raise TimeoutError(f"Somebody does not let go of {file}")
        sleep(between_looks)
    return lock


def taken(file: Path) -> TextIOWrapper | None:
    """The file, ours until it is closed; None while it is somebody else's."""
    file.parent.mkdir(parents=True, exist_ok=True)
    lock = os.fdopen(unfollowed(file, os.O_WRONLY | os.O_CREAT), "w")
    try:
        flock(lock, LOCK_EX | LOCK_NB)
    except BlockingIOError:
        lock.close()
        return None
    return lock


def unfollowed(path: Path | str, flags: int) -> int:
    """A file where others write too: opened, but through no link, and no pipe is waited for."""
    opened = os.open(path, flags | os.O_NOFOLLOW | os.O_NONBLOCK, 0o666)
    if not S_ISREG(os.fstat(opened).st_mode):
        os.close(opened)
        raise OSError(f"{path} is no file")
    return opened
