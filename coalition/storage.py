"""How static files reach a browser: every stylesheet of `static/css` in one file."""

import re
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.core.files.storage import FileSystemStorage

STYLESHEET = "css/site.css"
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
INDENT = re.compile(r"\n\s+")


def joined_stylesheets(folder: Path) -> str:
    """`tokens.css`, which orders the layers, then all others; their order does not matter.

    What authors tell each other, and how they indent, would be a fifth of what travels.
    """
    tokens = folder / "tokens.css"
    others = sorted(path for path in folder.glob("*.css") if path != tokens)
    joined = "\n".join(path.read_text() for path in [tokens, *others])
    return INDENT.sub("\n", COMMENT.sub("", joined))


class StylesheetFinder(BaseFinder):
    """Finds `css/site.css`, written anew whenever it is asked for.

    One request instead of forty, with nothing to build: authors edit small files and reload.
    """

    def __init__(self, app_names: list[str] | None = None) -> None:
        self.storage = FileSystemStorage(location=settings.VAR_DIR / "stylesheet")

    def find(self, path: str, find_all: bool = False) -> str | list[str]:
        if path != STYLESHEET:
            return []
        found = self._write()
        return [found] if find_all else found

    def list(self, ignore_patterns: list[str] | None) -> Iterator[tuple[str, FileSystemStorage]]:
        self._write()
        yield STYLESHEET, self.storage

    def _write(self) -> str:
        target = Path(self.storage.path(STYLESHEET))
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(joined_stylesheets(settings.BASE_DIR / "static" / "css"))
        return str(target)
