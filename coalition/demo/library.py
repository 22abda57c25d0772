"""The demo's pictures: drawn by us, stored once, cut to the shapes they are shown in."""

from concurrent.futures import ProcessPoolExecutor
from itertools import repeat
from multiprocessing import get_context
from typing import NamedTuple

from coalition.demo.builders import build_picture
from coalition.demo.content import FILMS, read
from coalition.demo.pictures import FocalPoint, draw, focal_point
from coalition.media.models import Picture
from coalition.media.shapes import SHAPES

CREDIT = "Drawn for this site"
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
        self.shapes: dict[str, set[str]] = {}

    def picture(self, key: str, alt_text: str, *shapes: str) -> Picture:
        """The picture of this key, which will be shown in these shapes.

        What it shows is its title among the site's pictures: in English, which comes first.
        """
        if key not in self.drawings:
            raise UnknownPicture(f"pictures.toml does not say how to draw “{key}”.")
        self.shapes.setdefault(key, set()).update(shapes)
        if key not in self.pictures:
            drawing = self.drawings[key]
            self.pictures[key] = build_picture(alt_text, credit=CREDIT, **drawing._asdict())
        return self.pictures[key]

    def cut(self) -> int:
        """Make every rendition that a page will ask for, so that no visitor waits for one."""
        cuts = 0
        for key, picture in self.pictures.items():
            specs = [spec for name in sorted(self.shapes[key]) for spec in SHAPES[name].specs]
            cuts += len(picture.get_renditions(*specs))
        return cuts


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
