"""Draws the demo's film, the partners region by region: `python -m coalition.demo.pictures.film`.

It shows the register of the demo on one day, needs ffmpeg, and is drawn again whenever that
register or the map changes. There is no word in it, so every language has the same film.
"""

import json
import re
import subprocess
from collections.abc import Iterator
from datetime import date
from itertools import accumulate, repeat
from pathlib import Path
from typing import Final

from PIL import Image, ImageDraw

from coalition.demo.content import FILMS, read_register
from coalition.demo.pictures.palette import PAPER, Ink, mixed, oklch

SHAPES: Final = Path(__file__).parents[3] / "partners" / "map" / "shapes.json"
DAY: Final = date(2020, 6, 12)
FILM: Final = FILMS / "partners-by-region.mp4"
POSTER: Final = FILMS / "partners-by-region.jpg"
# The order in which the captions in `content/films.toml` name them.
REGIONS: Final = ("Middle East", "Europe", "Africa", "Asia-Pacific", "Americas")

SIZE: Final = (854, 480)
FRAMES_A_SECOND: Final = 12
# What each scene lasts; in the first of them its colour comes up.
SECONDS: Final = 4
SECONDS_OF_FADING: Final = 1
# Drawn larger than shown, so that edges are smooth.
OVERSAMPLING: Final = 3

LAND: Final = oklch(0.90, 0.010, 85)
NAMED: Final = oklch(0.45, 0.13, 255)
NAMED_BEFORE: Final = oklch(0.72, 0.06, 255)

STEP: Final = re.compile(r"([Mlz])([^Mlz]*)")
NUMBER: Final = re.compile(r"-?\d+(?:\.\d+)?")

Ring = list[tuple[float, float]]


def outlines(path: str) -> list[Ring]:
    """The rings of an SVG path of absolute beginnings and relative lines."""
    rings: list[Ring] = []
    for command, written in STEP.findall(path):
        numbers = [float(each) for each in NUMBER.findall(written)]
        pairs = list(zip(numbers[::2], numbers[1::2], strict=True))
        if command == "M":
            rings.append(pairs)
        elif command == "l":
            beginning = rings[-1][-1]
            rings[-1] += list(accumulate(pairs, added, initial=beginning))[1:]
    return rings


def added(point: tuple[float, float], step: tuple[float, float]) -> tuple[float, float]:
    return point[0] + step[0], point[1] + step[1]


def members() -> dict[str, list[str]]:
    """Codes of the states that were partners on the film's day, by region."""
    regions: dict[str, list[str]] = {region: [] for region in REGIONS}
    for row in read_register():
        if row["kind"] == "state" and date.fromisoformat(row["joined_latest"]) <= DAY:
            regions[row["region"]].append(row["iso2"])
    return regions


class World:
    """The map on a sheet of the film's size."""

    def __init__(self) -> None:
        shapes = json.loads(SHAPES.read_text())
        self.land, self.outlines, self.dots = (shapes[key] for key in ("land", "outlines", "dots"))
        width, height = shapes["size"]
        self.scale = SIZE[0] * OVERSAMPLING * 0.94 / width
        self.margin = (
            (SIZE[0] * OVERSAMPLING - width * self.scale) / 2,
            (SIZE[1] * OVERSAMPLING - height * self.scale) / 2,
        )

    def drawn(self, inks: dict[str, Ink]) -> Image.Image:
        """With territories in these inks, by code."""
        sheet = Image.new("RGB", (SIZE[0] * OVERSAMPLING, SIZE[1] * OVERSAMPLING), PAPER)
        pen = ImageDraw.Draw(sheet)
        self._fill(pen, self.land, LAND)
        for code, ink in inks.items():
            if code in self.outlines:
                self._fill(pen, self.outlines[code], ink)
            elif code in self.dots:
                pen.circle(self._placed(self.dots[code]), 3 * OVERSAMPLING, fill=ink)
        return sheet.resize(SIZE, Image.Resampling.LANCZOS)

    def _fill(self, pen: ImageDraw.ImageDraw, path: str, ink: Ink) -> None:
        for ring in outlines(path):
            if len(ring) > 2:
                pen.polygon([self._placed(point) for point in ring], fill=ink)

    def _placed(self, point: tuple[float, float] | list[float]) -> tuple[float, float]:
        across, down = point
        return self.margin[0] + across * self.scale, self.margin[1] + down * self.scale


def scenes() -> list[dict[str, Ink]]:
    """The world without colour, each region after those before it, and all of them together."""
    regions = members()
    found: list[dict[str, Ink]] = [{}]
    for region in REGIONS:
        before = dict.fromkeys(found[-1], NAMED_BEFORE)
        found.append(before | dict.fromkeys(regions[region], NAMED))
    return [*found, dict.fromkeys(found[-1], NAMED)]


def fading(first: dict[str, Ink], second: dict[str, Ink], part: float) -> dict[str, Ink]:
    return {code: mixed(first.get(code, LAND), ink, part) for code, ink in second.items()}


def frames(world: World) -> Iterator[bytes]:
    all_scenes = scenes()
    for before, scene in zip([{}, *all_scenes], all_scenes, strict=False):
        number = FRAMES_A_SECOND * SECONDS_OF_FADING
        for frame in range(1, number + 1):
            yield world.drawn(fading(before, scene, frame / number)).tobytes()
        yield from repeat(
            world.drawn(scene).tobytes(), FRAMES_A_SECOND * (SECONDS - SECONDS_OF_FADING)
        )


def film() -> None:
    width, height = SIZE
    encode = [
        *("ffmpeg", "-loglevel", "error", "-y", "-f", "rawvideo", "-pix_fmt", "rgb24"),
        *("-s", f"{width}x{height}", "-r", str(FRAMES_A_SECOND), "-i", "-"),
        *("-c:v", "libx264", "-pix_fmt", "yuv420p", "-crf", "30", "-preset", "veryslow"),
        *("-map_metadata", "-1", "-fflags", "+bitexact", "-movflags", "+faststart", str(FILM)),
    ]
    world = World()
    subprocess.run(encode, input=b"".join(frames(world)), check=True)  # noqa: S603 - no word of it comes from outside.
    world.drawn(scenes()[-1]).save(POSTER, quality=85)


if __name__ == "__main__":
    film()
