"""How static files reach a browser: all stylesheets in one file, all scripts in another."""

import re
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.core.files.storage import FileSystemStorage

COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
INDENT = re.compile(r"\n\s+")
AROUND_A_MARK = re.compile(r"\s*([{};])\s*")


def joined_stylesheets(folder: Path) -> str:
    """`tokens.css`, which orders the layers, then all others; their order does not matter.

    What authors tell each other, and how they space it, would be a fifth of what travels.
    """
    tokens = folder / "tokens.css"
    others = sorted(path for path in folder.glob("*.css") if path != tokens)
    joined = "\n".join(path.read_text() for path in [tokens, *others])
    return AROUND_A_MARK.sub(r"\1", INDENT.sub("\n", COMMENT.sub("", joined)))


def joined_scripts(folder: Path) -> str:
    """Each in a block of its own: none knows what another calls its constants."""
    return "\n".join(f"{{\n{path.read_text()}}}" for path in sorted(folder.glob("*.js")))


JOINED = {"css/site.css": joined_stylesheets, "js/site.js": joined_scripts}


class JoinedFilesFinder(BaseFinder):
    """Finds `css/site.css` and `js/site.js`, written anew whenever they are asked for.

    Two requests instead of fifty, with nothing to build: authors edit small files and reload.
    """

    def __init__(self, app_names: list[str] | None = None) -> None:
        self.storage = FileSystemStorage(location=settings.VAR_DIR / "joined")

    def find(self, path: str, find_all: bool = False) -> str | list[str]:
        if path not in JOINED:
            return []
        found = self._write(path)
        return [found] if find_all else found

    def list(self, ignore_patterns: list[str] | None) -> Iterator[tuple[str, FileSystemStorage]]:
        for path in JOINED:
            self._write(path)
            yield path, self.storage

    def _write(self, path: str) -> str:
        target = Path(self.storage.path(path))
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(JOINED[path](settings.BASE_DIR / "static" / Path(path).parent))
        return str(target)
