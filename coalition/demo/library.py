"""The demo's pictures: drawn by us, stored once, cut when all of the demo has been planted."""

from concurrent.futures import ProcessPoolExecutor
from itertools import repeat
from multiprocessing import get_context
from typing import NamedTuple

from django.utils.translation import gettext_noop

from coalition.demo.builders import build_picture
from coalition.demo.content import FILMS, read
from coalition.demo.pictures import FocalPoint, draw, focal_point
from coalition.media.models import Picture

# Who reads it is told so in their language.
CREDIT = gettext_noop("Drawn for this site")
Size = tuple[int, int]


class UnknownPicture(LookupError):
    """A content file uses a picture that pictures.toml does not describe."""


class Drawing(NamedTuple):
    jpeg: bytes
    focal_point: FocalPoint | None


class Library:
    """Pictures by key, kept as rows when first asked for."""

    def __init__(self, drawings: dict[str, Drawing]):
        self.drawings = drawings
        self.pictures: dict[str, Picture] = {}

    def picture(self, key: str, alt_text: str) -> Picture:
        """The picture of this key.

        What it shows is its title among the site's pictures: in English, which comes first.
        """
        if key not in self.drawings:
            raise UnknownPicture(f"pictures.toml does not say how to draw “{key}”.")
        if key not in self.pictures:
            drawing = self.drawings[key]._asdict()
            self.pictures[key] = build_picture(alt_text, credit=CREDIT, cut_to=(), **drawing)
        return self.pictures[key]


def draw_all(size: Size, processes: int) -> dict[str, Drawing]:
    """Draw every picture that pictures.toml describes, on several cores; films bring their own."""
    scenes = {key: entry["scene"] for key, entry in read("pictures").items()}
    jobs = (scenes.keys(), scenes.values(), repeat(size))
    if processes == 1:
        drawn = list(map(draw, *jobs))
    else:
        # Spawned, because a fork would share our open database connection.
        with ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as pool:
            drawn = list(pool.map(draw, *jobs))
    posters = {path.stem: Drawing(path.read_bytes(), None) for path in FILMS.glob("*.jpg")}
    return posters | {
        key: Drawing(jpeg, focal_point(key, scene, size))
        for (key, scene), jpeg in zip(scenes.items(), drawn, strict=True)
    }
