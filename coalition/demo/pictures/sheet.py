"""How ink gets on to the paper: flat fills, lines, leaning hatches and grain."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from random import Random
from typing import Literal

from PIL import Image, ImageChops, ImageDraw

from coalition.demo.pictures.palette import PAPER, Ink
from coalition.demo.pictures.shapes import LEAN, Point, Shape, leaning_bar, strokes

Side = Literal["left", "right", "top", "bottom"]
Area = tuple[int, int, int, int]

SUPERSAMPLING = 2
TURN_TO_SIDE = {
    "top": Image.Transpose.ROTATE_180,
    "left": Image.Transpose.ROTATE_270,
    "right": Image.Transpose.ROTATE_90,
}
MIRRORED_SIDE: dict[Side, Side] = {
    "left": "right",
    "right": "left",
    "top": "top",
    "bottom": "bottom",
}


@dataclass(frozen=True)
class Sheet:
    """A large image, and the place on it where the next shapes are put."""

    image: Image.Image
    noise: Image.Image
    x: float
    y: float
    scale: float
    flip: int = 1

    def placed(self, x: float, y: float, scale: float = 1, *, mirrored: bool = False) -> "Sheet":
        """The same paper seen from a new origin: a subject is drawn about its own (0, 0)."""
        return replace(
            self,
            x=self.x + x * self.scale * self.flip,
            y=self.y + y * self.scale,
            scale=self.scale * scale,
            flip=-self.flip if mirrored else self.flip,
        )

    def upright(self, x: float, y: float, scale: float = 1) -> "Sheet":
        """A place where a letter or an emblem reads the right way round."""
        return self.placed(x, y, scale, mirrored=self.flip < 0)

    def fill(self, shape: Iterable[Point], ink: Ink) -> None:
        ImageDraw.Draw(self.image).polygon(self._pixels(shape), fill=ink)

    def fill_all(self, shapes: Iterable[Shape], ink: Ink) -> None:
        for shape in shapes:
            self.fill(shape, ink)

    def shaded(
        self, shape: Iterable[Point], ink: Ink, shade: Ink, side: Side, strength: float = 0.7
    ) -> None:
        """Fill a shape, and let it darken towards one side."""
        outline = list(shape)
        self.fill(outline, ink)
        self.grain(outline, shade, side, strength)

    def line(self, points: Iterable[Point], ink: Ink, width: float) -> None:
        """A line with round joints and ends."""
        pixels, thick = self._pixels(points), max(1, round(width * self.scale))
        pen = ImageDraw.Draw(self.image)
        pen.line(pixels, fill=ink, width=thick, joint="curve")
        if thick > 2:
            for end in (pixels[0], pixels[-1]):
                pen.circle(end, thick / 2 - 0.5, fill=ink)

    def emblem(self, x: float, y: float, height: float, ink: Ink) -> None:
        """The five strokes standing on (x, y); they lean to the right on a mirrored side too."""
        self.upright(x, y).fill_all(strokes(0, 0, height), ink)

    def hatch(self, shape: Iterable[Point], ink: Ink, gap: float = 18, weight: float = 0.4) -> None:
        """Fill a shape with parallel strokes that lean as the identity's do."""
        pixels = self._pixels(shape)
        area = self._area(pixels)
        lines = _leaning_lines(_extent(area), gap * self.scale, weight)
        self._print(pixels, area, lines, ink)

    def grain(self, shape: Iterable[Point], ink: Ink, side: Side, strength: float = 0.6) -> None:
        """Shade a shape with a spray of dots that thickens towards one side."""
        pixels = self._pixels(shape)
        area = self._area(pixels)
        ramp = _ramp(_extent(area), MIRRORED_SIDE[side] if self.flip < 0 else side, strength)
        dots = ImageChops.subtract(ramp, self.noise.crop(area)).point(lambda v: 255 if v else 0)
        self._print(pixels, area, dots, ink)

    def _print(self, pixels: Shape, area: Area, screen: Image.Image, ink: Ink) -> None:
        """Let ink through the screen, only within the outline."""
        outline, (left, top) = Image.new("L", screen.size), area[:2]
        ImageDraw.Draw(outline).polygon([(x - left, y - top) for x, y in pixels], fill=255)
        self.image.paste(ink, area, ImageChops.darker(outline, screen))

    def _pixels(self, shape: Iterable[Point]) -> Shape:
        across = self.scale * self.flip
        return [(self.x + x * across, self.y + y * self.scale) for x, y in shape]

    def _area(self, pixels: Shape) -> Area:
        xs, ys = [x for x, _ in pixels], [y for _, y in pixels]
        width, height = self.image.size
        left, top = max(0, int(min(xs))), max(0, int(min(ys)))
        right, bottom = min(width, int(max(xs)) + 1), min(height, int(max(ys)) + 1)
        return left, top, max(right, left + 1), max(bottom, top + 1)


def _extent(area: Area) -> tuple[int, int]:
    left, top, right, bottom = area
    return right - left, bottom - top


def _leaning_lines(size: tuple[int, int], step: float, weight: float) -> Image.Image:
    width, height = size
    lines = Image.new("L", size)
    pen, shift = ImageDraw.Draw(lines), height * LEAN
    for index in range(int((width + shift) / step) + 2):
        pen.polygon(leaning_bar(index * step - shift, height, height, step * weight), fill=255)
    return lines


def _ramp(size: tuple[int, int], side: Side, strength: float) -> Image.Image:
    """How likely a dot is at each place: most of all along one side."""
    ramp = Image.linear_gradient("L").point([int((v / 255) ** 1.6 * v) for v in range(256)])
    if side in TURN_TO_SIDE:
        ramp = ramp.transpose(TURN_TO_SIDE[side])
    return ramp.resize(size).point(lambda v: v * strength)


def blank_sheet(size: tuple[int, int], random: Random) -> Sheet:
    """Paper at drawing size, with the grain this picture will be sprayed with."""
    width, height = size
    noise = Image.frombytes("L", size, random.randbytes(width * height))
    large = width * SUPERSAMPLING, height * SUPERSAMPLING
    noise = noise.resize(large, Image.Resampling.NEAREST)
    return Sheet(Image.new("RGB", large, PAPER), noise, 0, 0, SUPERSAMPLING)
