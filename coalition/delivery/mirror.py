"""The public site as files, for a web server behind which nothing of ours runs.

Pages are those that the sitemap names. Whatever is no longer public goes with the next look; what
cannot be had just then stays as it was.
"""

import gzip
import re
import shutil
from collections.abc import Iterable, Iterator
from contextlib import suppress
from html import unescape
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urlsplit

from django.conf import settings

from coalition.delivery.media_files import PUBLIC_FOLDERS
from coalition.delivery.outage import write_pages_for
from coalition.delivery.store.address import Address, is_safe
from coalition.delivery.store.files import PAGE, write
from coalition.delivery.store.response import Application, Response
from coalition.delivery.store.visit import nobodys

SITEMAP: Final = "/sitemap.xml"
ALSO: Final = ("/robots.txt", "/.well-known/security.txt")
NAMED: Final = re.compile(r"<loc>(.*?)</loc>")
# Files of ours that lie behind a view.
LINKED: Final = re.compile(r'href="(/documents/[^"?#]+)')
# What a web server hands out in gzip by itself.
TEXTS: Final = {".html", ".txt", ".xml"}
# Says that a folder is ours to clear.
MARK: Final = ".mirror"


class NoMirrorError(Exception):
    """A folder with something else in it, or a site that cannot say what it has."""


class Mirror:
    """A folder that shows what the site shows, once it was renewed.

    `kept` are the files that belong there, `failed` the addresses that the site could not answer.
    """

    def __init__(self, folder: Path, application: Application) -> None:
        self.folder, self.application = folder, application
        self.kept: set[Path] = set()
        self.failed: list[str] = []

    def renew(self) -> None:
        """`NoMirrorError` before anything is touched."""
        self._claim()
        paths = list(self._named())
        for name, source in sources():
            self._copy(source, self.folder / name)
        for path in dict.fromkeys([*ALSO, *paths]):
            self._keep(path)
        write_pages_for(self.folder / "away")
        self.kept.update((self.folder / "away").iterdir())
        self._clear()

    def _claim(self) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        mark = self.folder / MARK
        if not mark.exists() and any(self.folder.iterdir()):
            raise NoMirrorError(f"{self.folder} is neither empty nor a mirror.")
        mark.touch()
        self.kept.add(mark)

    def _named(self) -> Iterator[str]:
        """The sitemap, its files, and the pages that they name."""
        yield SITEMAP
        for file in self._names_in(SITEMAP):
            yield file
            yield from self._names_in(file)

    def _names_in(self, path: str) -> Iterator[str]:
        response = self._asked(path)
        told = response.read().decode()
        if not response.is_well:
            raise NoMirrorError(f"The site answers {path} by {response.status}.")
        for address in NAMED.findall(told):
            yield unquote(urlsplit(unescape(address)).path)

    def _asked(self, path: str) -> Response:
        host = urlsplit(settings.SITE_URL).netloc
        return Response(self.application, nobodys(Address(host, path)).environ)

    def _keep(self, path: str) -> None:
        """As it is now; as it was, if the site has no word for it; else not at all."""
        if not is_safe(path.replace("/.well-known/", "/")):
            self.failed.append(path)
            return
        place = self.folder / path.strip("/") / (PAGE if path.endswith("/") else "")
        response = self._asked(path)
        body = response.read()
        if response.has_failed:
            self.failed.append(path)
            self.kept |= {place, zipped(place)}
            body = place.read_bytes() if place.exists() else b""
        elif response.is_well and place not in self.kept:
            self._write(place, body)
        if place in self.kept and place.name == PAGE:
            self._keep_all(LINKED.findall(body.decode()))

    def _keep_all(self, links: Iterable[str]) -> None:
        for link in links:
            self._keep(unquote(unescape(link)))

    def _write(self, place: Path, body: bytes) -> None:
        """What is the same keeps its time, by which browsers and copies know it."""
        place.parent.mkdir(parents=True, exist_ok=True)
        if not place.exists() or place.read_bytes() != body:
            if place.suffix in TEXTS:
                write(zipped(place), gzip.compress(body, mtime=0))
            write(place, body)
        self.kept |= {place, zipped(place)}

    def _copy(self, source: Path, target: Path) -> None:
        for file in source.rglob("*"):
            if file.is_symlink() or not file.is_file():
                continue
            copy = target / file.relative_to(source)
            if not is_copy(copy, file):
                copy.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(file, copy)
            self.kept.add(copy)

    def _clear(self) -> None:
        """From the innermost outwards, so that empty folders go too."""
        for place in sorted(self.folder.rglob("*"), reverse=True):
            if place.is_dir() and not place.is_symlink():
                with suppress(OSError):
                    place.rmdir()
            elif place not in self.kept:
                place.unlink()


def sources() -> Iterator[tuple[str, Path]]:
    """What readers' pages fetch, by where it stands."""
    yield "static", Path(settings.STATIC_ROOT)
    for folder in PUBLIC_FOLDERS:
        yield f"media/{folder}", Path(settings.MEDIA_ROOT) / folder


def is_copy(copy: Path, file: Path) -> bool:
    if not copy.exists():
        return False
    there, here = copy.stat(), file.stat()
    return (there.st_size, int(there.st_mtime)) == (here.st_size, int(here.st_mtime))


def zipped(place: Path) -> Path:
    return place.with_name(f"{place.name}.gz")
