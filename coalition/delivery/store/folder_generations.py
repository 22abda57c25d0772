"""Folders, one a generation; `current` leads to the one that counts."""

import shutil
from contextlib import suppress
from pathlib import Path
from time import time_ns
from typing import Final
from uuid import uuid4

KEPT: Final = 4


class FolderGenerations:
    """Safe for threads and processes that share the folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.current = folder / "current"

    def current_name(self) -> str:
        try:
            return self.current.readlink().name
        except FileNotFoundError:
            # The first of all, or somebody has emptied the folder.
            self.begin()
            return self.current.readlink().name

    def begin(self) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        # In the order of their names, newer ones stand behind older ones, whatever the clock says.
        name = f"{max(time_ns(), self._newest() + 1):020}-{uuid4().hex}"
        link = self.folder / f"{name}.link"
        link.symlink_to(f"g-{name}")
        link.replace(self.current)
        for folder in self.newest_first()[KEPT:]:
            shutil.rmtree(folder, ignore_errors=True)

    def forget(self) -> None:
        """Throw away what lies in those of before."""
        older = set(self.newest_first())
        self.begin()
        current = self.current_name()
        for folder in self.newest_first():
            # Of the one that counts from here on, visitors may have the first pages already.
            if folder in older or folder.name < current:
                shutil.rmtree(folder, ignore_errors=True)

    def newest_first(self) -> list[Path]:
        return sorted(self.folder.glob("g-*"), reverse=True)

    def _newest(self) -> int:
        """The number of the last one, which has no folder yet if nothing was stored in it."""
        names = [folder.name for folder in self.newest_first()]
        with suppress(FileNotFoundError):
            names.append(self.current.readlink().name)
        return max((int(name.split("-")[1]) for name in names), default=0)
