"""The mark's five strokes: small beside the site's name, large where a picture would stand."""

from functools import cache

from PIL import Image, ImageDraw, ImageOps

BAND, ON_BAND, AMBER = "#122f5a", "#f7f5f1", "#f0b135"

# As in static/img/mark.svg: where each stroke stands on its line, where it begins and ends.
MARK = [
    ((0, 30), (3.2, 30), (8, 14), (4.8, 14)),
    ((6.35, 26), (9.55, 26), (16.15, 4), (12.95, 4)),
    ((10.3, 30), (13.5, 30), (21.9, 2), (18.7, 2)),
    ((17.85, 22), (21.05, 22), (27.05, 2), (23.85, 2)),
    ((21.2, 28), (24.4, 28), (30.1, 9), (26.9, 9)),
]
MARK_SIZE = 32
# Where the strokes of a pattern begin and end, in hundredths of its height.
PATTERNS = [
    [(14, 74), (30, 92), (6, 80), (18, 62), (40, 90)],
    [(8, 56), (22, 84), (36, 94), (10, 70), (48, 82)],
    [(20, 82), (8, 62), (24, 94), (12, 86), (36, 68)],
    [(10, 66), (34, 94), (14, 70), (28, 90), (42, 96)],
]
STROKE = 0.085
BETWEEN = 0.155
FIRST = -0.08
SLANT = 0.31
SMOOTH = 3


def mark(size: int, colour: str, ground: str, *, is_rtl: bool) -> Image.Image:
    """The mark as it stands in the header, on a square of this size."""
    scale = size * SMOOTH / MARK_SIZE
    sheet = Image.new("RGB", (size * SMOOTH, size * SMOOTH), ground)
    pen = ImageDraw.Draw(sheet)
    for corners in MARK:
        pen.polygon([(x * scale, y * scale) for x, y in corners], fill=colour)
    return _finished(sheet, is_rtl)


@cache
def pattern(number: int, width: int, height: int, *, is_rtl: bool) -> Image.Image:
    """A band with five strokes that are always the same for the same number."""
    across, down = width * SMOOTH, height * SMOOTH
    sheet = Image.new("RGB", (across, down), BAND)
    pen = ImageDraw.Draw(sheet)
    thickness = across * STROKE
    for position, (top, bottom) in enumerate(PATTERNS[number % len(PATTERNS)]):
        foot = across * (FIRST + BETWEEN * position)
        is_last = position == len(MARK) - 1
        pen.polygon(
            _stroke(foot, thickness, top * down / 100, bottom * down / 100, down),
            fill=AMBER if is_last else ON_BAND,
        )
    return _finished(sheet, is_rtl)


def _stroke(
    foot: float, thickness: float, top: float, bottom: float, down: float
) -> list[tuple[float, float]]:
    """The corners of a stroke that leans forward; `foot` is where its line meets the ground."""
    high, low = foot + (down - top) * SLANT, foot + (down - bottom) * SLANT
    return [(low, bottom), (low + thickness, bottom), (high + thickness, top), (high, top)]


def _finished(sheet: Image.Image, is_rtl: bool) -> Image.Image:
    sheet = sheet.reduce(SMOOTH)
    return ImageOps.mirror(sheet) if is_rtl else sheet
