"""What handiwork looks like: sewing, baskets."""

from math import sin

from coalition.demo.pictures.backdrop import indoors
from coalition.demo.pictures.palette import Ink, Palette
from coalition.demo.pictures.shapes import (
    Shape,
    arc_band,
    box,
    circle,
    ellipse,
    path,
    turned,
)
from coalition.demo.pictures.sheet import Sheet
from coalition.demo.pictures.stage import Stage


def sewing(stage: Stage) -> None:
    """A sewing machine with cloth under the needle and reels of thread beside it."""
    indoors(stage, 700)
    sheet, colours = stage.subject(850, 1.06), stage.colours
    sheet.hatch(path("M -380 0 L 400 0 L 560 -110 L 300 -110 Z"), colours.main, 16, 0.3)
    _machine_body(sheet, colours)
    _machine_head(sheet, colours)
    _cloth(sheet, stage)
    for index in range(stage.random.randint(1, 3)):
        _reel(sheet.placed(470 + index * 72, 60 + 20 * (index % 2)), colours)


def _machine_body(sheet: Sheet, colours: Palette) -> None:
    body = path(
        "M 318 -60 L 140 -60 C 180 -110 190 -180 186 -240 Q 182 -322 100 -326 L -140 -336 "
        "Q -186 -336 -190 -300 L -200 -226 H -296 L -304 -420 Q -306 -484 -240 -486 "
        "L 180 -496 Q 306 -498 318 -380 Q 330 -220 318 -60 Z"
    )
    sheet.shaded(body, colours.dark, colours.main, "left", 0.75)
    sheet.fill(box(-400, -72, 780, 72, 12), colours.dark)
    sheet.fill(box(-400, -72, 780, 16, 6), colours.main)
    sheet.fill(box(324, -492, 20, 170), colours.warm)
    sheet.fill(box(344, -510, 50, 206, 20), colours.main)
    sheet.emblem(-30, -366, 92, colours.warm)
    sheet.line([(-270, -350), (-270, -440)], colours.paper, 6)


def _machine_head(sheet: Sheet, colours: Palette) -> None:
    _reel(sheet.placed(110, -494, 0.8), colours)
    thread = path("M 110 -540 Q -60 -600 -236 -520 L -312 -440 Q -330 -330 -252 -210 V -76")
    sheet.fill(box(-266, -230, 36, 60), colours.warm)
    sheet.line([(-248, -180), (-248, -74)], colours.dark, 9)
    sheet.fill(path("M -262 -130 H -232 L -226 -84 H -282 L -282 -96 H -262 Z"), colours.main)
    sheet.line(thread, colours.spark, 4)


def _reel(sheet: Sheet, colours: Palette) -> None:
    sheet.fill(box(-28, -86, 56, 86), colours.spark)
    sheet.hatch(box(-28, -86, 56, 86), colours.warm, 12, 0.3)
    sheet.fill(box(-36, -96, 72, 14, 5), colours.dark)
    sheet.fill(box(-36, -12, 72, 14, 5), colours.dark)


def _cloth(sheet: Sheet, stage: Stage) -> None:
    colours = stage.colours
    cloth = path(
        "M -130 -82 L -400 -82 C -500 -84 -520 -40 -560 40 C -590 100 -640 120 -640 190 "
        "H -300 C -300 90 -250 30 -210 0 C -180 -30 -150 -50 -130 -82 Z"
    )
    ink = stage.random.choice([colours.spark, colours.warm, colours.water])
    sheet.shaded(cloth, ink, colours.dark, "bottom", 0.45)
    seam = path("M -170 -64 L -400 -64 C -480 -60 -500 -20 -536 46 C -560 96 -600 120 -606 180")
    for start, end in zip(seam[::2], seam[1::2], strict=False):
        sheet.line([start, end], colours.paper, 5)


def baskets(stage: Stage) -> None:
    """Three woven baskets filled with food, in front of palm leaves."""
    indoors(stage, 690)
    sheet, colours = stage.subject(860), stage.colours
    for degrees in (-34, -8, 18):
        _palm_leaf(sheet.placed(-300, -40), colours, degrees + stage.random.uniform(-6, 6))
    places = [(40, -50, 1.22), (-300, 0, 0.82), (380, 20, 0.62)]
    for (x, y, scale), has_handle in zip(places, _handles(stage), strict=True):
        _basket(sheet.placed(x, y, scale), stage, has_handle=has_handle)


def _handles(stage: Stage) -> list[bool]:
    return [stage.random.random() < chance for chance in (0.75, 0.2, 0.5)]


def _basket(sheet: Sheet, stage: Stage, *, has_handle: bool) -> None:
    colours = stage.colours
    sheet.fill(ellipse(0, -262, 254, 58), colours.spark)
    sheet.fill(ellipse(0, -260, 230, 40), colours.dark)
    if has_handle:
        sheet.fill(arc_band(0, -250, (190, 290), (164, 264), 180, 360), colours.dark)
    _food(sheet, stage)
    body = path(
        "M -240 -260 Q -224 -80 -160 0 Q 0 44 160 0 Q 224 -80 240 -260 Q 0 -180 -240 -260 Z"
    )
    sheet.fill(body, colours.dark)
    bands = stage.random.choice([{1: colours.paper, 4: colours.spark}, {2: colours.main}])
    for row in range(6):
        _weave_row(sheet, bands.get(row, colours.warm), row)
    sheet.grain(body, colours.dark, "right", 0.7)
    sheet.fill(arc_band(0, -262, (254, 58), (228, 34), 0, 180), colours.spark)


def _food(sheet: Sheet, stage: Stage) -> None:
    """Flat loaves behind, round fruit in front."""
    colours = stage.colours
    for x, radius in ((-84, 84), (66, 92)):
        sheet.fill(circle(x, -300, radius + 7), colours.dark)
        sheet.shaded(circle(x, -300, radius), colours.warm, colours.spark, "right")
        sheet.hatch(circle(x, -300, radius * 0.7), colours.spark, 30, 0.16)
    for index in range(7):
        size = stage.random.uniform(36, 52)
        ink = stage.random.choice([colours.spark, colours.spark, colours.warm, colours.main])
        fruit = circle(-168 + index * 56, -262 - 16 * (index % 2), size)
        sheet.shaded(fruit, ink, colours.dark, "right", 0.5)


def _weave_row(sheet: Sheet, ink: Ink, row: int) -> None:
    """One round of cane: strands that pass over every other rib, curved with the basket."""
    top, half, strands = -214 + row * 33, 232 - row * 5 - row * row * 1.2, 10
    for strand in range(-1, strands):
        start = -half + (strand + 0.5 * (row % 2)) * 2 * half / strands
        left, right = max(start + 3, -half), min(start + 2 * half / strands - 3, half)
        if right - left > 8:
            sheet.fill(_strand(left, right, top, half), ink)


def _strand(left: float, right: float, top: float, half: float) -> Shape:
    edge = [(x, top + 40 * (1 - (x / half) ** 2)) for x in (left, (left + right) / 2, right)]
    return edge + [(x, y + 27) for x, y in reversed(edge)]


def _palm_leaf(sheet: Sheet, colours: Palette, degrees: float) -> None:
    sheet.line(turned([(0, 0), (0, -560)], degrees), colours.main, 9)
    for index in range(13):
        y = -150 - index * 32
        length = 150 * sin(0.5 + index / 13 * 2.3)
        for side in (-1, 1):
            leaf = path(f"M 0 {y} Q {side * length * 0.6} {y - 64} {side * length} {y - 50} Z")
            sheet.fill(turned(leaf, degrees), colours.main)
