"""An archive as it was brought: a zip file, a folder, or one file with others beside it."""

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Final, Protocol
from zipfile import BadZipFile, ZipFile
from zlib import error as DamagedZip

from coalition.social.exchange.post import ArchiveRefused

# The parts of a large file are numbered; they are read in order.
PART: Final = re.compile(r"-part([0-9]{1,6})\.")


class Archive(Protocol):
    """Files by name; names have slashes, and none leads out of the archive."""

    def find(self, pattern: re.Pattern[str]) -> list[str]: ...

    def holds(self, name: str) -> bool: ...

    def open(self, name: str) -> IO[bytes]: ...


class Folder:
    def __init__(self, root: Path, names: str) -> None:
        self.root, self.names = root.resolve(), names

    def find(self, pattern: re.Pattern[str]) -> list[str]:
        paths = (path.relative_to(self.root).as_posix() for path in self.root.glob(self.names))
        return _in_order(name for name in paths if pattern.search(name) and self.holds(name))

    def holds(self, name: str) -> bool:
        path = (self.root / name).resolve()
        return path.is_relative_to(self.root) and path.is_file()

    def open(self, name: str) -> IO[bytes]:
        return (self.root / name).open("rb")


class Packed:
    def __init__(self, file: ZipFile) -> None:
        self.file = file
        self.names = {info.filename for info in file.infolist() if not info.is_dir()}

    def find(self, pattern: re.Pattern[str]) -> list[str]:
        return _in_order(name for name in self.names if pattern.search(name))

    def holds(self, name: str) -> bool:
        return name in self.names

    def open(self, name: str) -> IO[bytes]:
        try:
            return self.file.open(name)
        except (NotImplementedError, RuntimeError) as error:
            # It is encrypted, or packed in a way that Python does not know.
            raise ArchiveRefused(f"{name}: {error}.") from error


@contextmanager
def opened(path: Path) -> Iterator[Archive]:
    try:
        if path.is_file() and path.suffix.lower() == ".zip":
            with ZipFile(path) as file:
                yield Packed(file)
        elif path.is_dir():
            yield Folder(path, "**/*")
        else:
            path.stat()
            yield Folder(path.parent, "*")
    except OSError as error:
        raise ArchiveRefused(f"{error.filename or path}: {error.strerror or error}.") from error
    except (BadZipFile, DamagedZip, EOFError) as error:
        raise ArchiveRefused(f"{path}: the zip file is damaged ({error}).") from error


def _in_order(names: Iterable[str]) -> list[str]:
    return sorted(
        names, key=lambda name: (int(part[1]) if (part := PART.search(name)) else 0, name)
    )
