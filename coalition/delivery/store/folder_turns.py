"""Of the processes of one machine that want the same page made, one makes it."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from time import monotonic
from typing import Final
from zlib import crc32

from coalition.delivery.store.locks import taken, waited_for
from coalition.delivery.store.turns import Waiting

# Two pages that share one wait for each other now and then, and the folder stays small.
FILES: Final = 256
# Pages take tenths of a second to make.
SECONDS_BETWEEN_LOOKS: Final = 0.02


class FolderTurns:
    """By files in a folder that these processes share."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @contextmanager
    def turn(self, key: object) -> Iterator[Waiting | None]:
        file = self._folder / f"{crc32(str(key).encode()) % FILES}.lock"
        lock: AbstractContextManager[object] | None
        try:
            lock = taken(file)
        except OSError:
            # A page made twice is better than none.
            lock = nullcontext()
        if lock is None:
            yield Elsewhere(file)
            return
        with lock:
            yield None


@dataclass(frozen=True)
class Elsewhere:
    """Another process is at it."""

    file: Path

    def wait(self, seconds: float) -> bool:
        try:
            with waited_for(self.file, monotonic() + seconds, SECONDS_BETWEEN_LOOKS):
                return True
        except OSError:
            return False
