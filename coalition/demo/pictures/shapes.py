"""Which outlines the pictures are built from: pure geometry, in stage units."""

import re
from collections.abc import Iterable
from itertools import pairwise
from math import cos, radians, sin

Point = tuple[float, float]
Shape = list[Point]

# How far the identity's strokes lean: sideways per unit of height.
LEAN = 0.3
LEAN_DEGREES = 16.7
# Where each of the five begins and ends, and their distance, as parts of the mark's height.
STROKE_SPANS = ((0.0, 0.57), (0.14, 0.93), (0.0, 1.0), (0.29, 1.0), (0.07, 0.75))
STROKE_GAP = 0.184
CURVE_STEPS = 20
COMMANDS = re.compile(r"([MLHVQC])([^MLHVQCZ]*)")


def path(drawing: str) -> Shape:
    """Read the absolute M, L, H, V, Q and C commands of an SVG path; the outline closes itself."""
    points: Shape = []
    for command, numbers in COMMANDS.findall(drawing):
        values = [float(number) for number in numbers.split()]
        if command == "H":
            points += [(x, points[-1][1]) for x in values]
        elif command == "V":
            points += [(points[-1][0], y) for y in values]
        else:
            pairs = list(zip(values[::2], values[1::2], strict=True))
            degree = {"Q": 2, "C": 3}.get(command, 1)
            for start in range(0, len(pairs), degree):
                points += _segment(points, pairs[start : start + degree])
    return points


def _segment(before: Shape, pairs: Shape) -> Shape:
    if len(pairs) == 1:
        return pairs
    control = [before[-1], *pairs]
    return [_on_curve(control, step / CURVE_STEPS) for step in range(1, CURVE_STEPS + 1)]


def _on_curve(control: Shape, part: float) -> Point:
    while len(control) > 1:
        control = [between(a, b, part) for a, b in pairwise(control)]
    return control[0]


def between(start: Point, end: Point, part: float) -> Point:
    return start[0] + (end[0] - start[0]) * part, start[1] + (end[1] - start[1]) * part


def arc(x: float, y: float, rx: float, ry: float, start: float, end: float) -> Shape:
    """Degrees run clockwise from three o'clock, as Pillow's do."""
    steps = max(8, round(abs(end - start) / 3))
    angles = [radians(start + (end - start) * step / steps) for step in range(steps + 1)]
    return [(x + rx * cos(angle), y + ry * sin(angle)) for angle in angles]


def ellipse(x: float, y: float, rx: float, ry: float) -> Shape:
    return arc(x, y, rx, ry, 0, 360)


def circle(x: float, y: float, radius: float) -> Shape:
    return arc(x, y, radius, radius, 0, 360)


def arc_band(
    x: float, y: float, outer: Point, inner: Point, start: float = 0, end: float = 360
) -> Shape:
    """The band between two ellipses about one centre; `outer` and `inner` hold their radii."""
    return arc(x, y, *outer, start, end) + arc(x, y, *inner, end, start)


def box(x: float, y: float, width: float, height: float, corner: float = 0) -> Shape:
    right, bottom = x + width, y + height
    if not corner:
        return [(x, y), (right, y), (right, bottom), (x, bottom)]
    corner = min(corner, width / 2, height / 2)
    return [
        *arc(x + corner, y + corner, corner, corner, 180, 270),
        *arc(right - corner, y + corner, corner, corner, 270, 360),
        *arc(right - corner, bottom - corner, corner, corner, 0, 90),
        *arc(x + corner, bottom - corner, corner, corner, 90, 180),
    ]


def diamond(x: float, y: float, half_width: float, half_height: float) -> Shape:
    return [(x, y - half_height), (x + half_width, y), (x, y + half_height), (x - half_width, y)]


def pointed_arch(half: float, spring: float, apex: float) -> Shape:
    rise = apex - spring
    knee, shoulder = spring + rise * 0.55, spring + rise * 0.78
    return path(
        f"M {-half} 0 V {-spring} C {-half} {-knee} {-half * 0.45} {-shoulder} 0 {-apex} "
        f"C {half * 0.45} {-shoulder} {half} {-knee} {half} {-spring} V 0"
    )


def capsule(start: Point, end: Point, width: float) -> Shape:
    """A straight stroke with round ends."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = (dx * dx + dy * dy) ** 0.5 or 1.0
    across = box(0, -width / 2, length, width, width / 2)
    return [
        (start[0] + (px * dx - py * dy) / length, start[1] + (px * dy + py * dx) / length)
        for px, py in across
    ]


def moved(shape: Iterable[Point], dx: float, dy: float) -> Shape:
    return [(x + dx, y + dy) for x, y in shape]


def scaled(shape: Iterable[Point], factor: float, about: Point = (0, 0)) -> Shape:
    return [between(about, point, factor) for point in shape]


def turned(shape: Iterable[Point], degrees: float, about: Point = (0, 0)) -> Shape:
    c, s = cos(radians(degrees)), sin(radians(degrees))
    ox, oy = about
    return [(ox + (x - ox) * c - (y - oy) * s, oy + (x - ox) * s + (y - oy) * c) for x, y in shape]


def strokes(x: float, y: float, height: float) -> list[Shape]:
    """The identity's five strokes, their foot centred on (x, y)."""
    gap = height * STROKE_GAP
    left = x - 2.9 * gap
    return [
        leaning_bar(left + index * gap + foot * height * LEAN, y - foot * height, rise, gap * 0.62)
        for index, (foot, head) in enumerate(STROKE_SPANS)
        for rise in [(head - foot) * height]
    ]


def leaning_bar(x: float, y: float, height: float, width: float) -> Shape:
    shift = height * LEAN
    return [(x, y), (x + shift, y - height), (x + shift + width, y - height), (x + width, y)]
