"""What an old town looks like: a city on its river."""

from coalition.demo.pictures.backdrop import open_air
from coalition.demo.pictures.palette import Ink, Palette
from coalition.demo.pictures.shapes import (
    Shape,
    arc,
    arc_band,
    box,
    capsule,
    circle,
    diamond,
    moved,
    path,
    pointed_arch,
    turned,
)
from coalition.demo.pictures.sheet import Sheet
from coalition.demo.pictures.stage import HEIGHT, WIDTH, Stage


def river_city(stage: Stage) -> None:
    """A city on a river: a leaning minaret, domes, flat roofs, and a bridge of round arches."""
    open_air(stage, 640)
    sheet, colours, random = stage.subject(650), stage.colours, stage.random
    _houses(stage, 640, colours.far, 210)
    inks = random.sample((colours.main, colours.spark, colours.water), 2)
    tower, small, large = random.choice([(-70, -330, 220), (260, -420, -20), (-300, 330, 10)])
    _dome(sheet.placed(small, 0, random.uniform(0.7, 0.85)), colours, inks[0])
    _dome(sheet.placed(large, 0, random.uniform(1.05, 1.2)), colours, inks[1])
    _houses(stage, 650, colours.paper, 130)
    _minaret(sheet.placed(tower, 0, 0.8), colours)
    _river(stage)
    _bridge(sheet.placed(0, 110), colours, random.choice([200, 270, 350]))
    if random.random() < 0.6:
        _boat(sheet.placed(random.uniform(-520, -260), 290), colours)


def _houses(stage: Stage, base: float, ink: Ink, tallest: float) -> None:
    colours, random, x = stage.colours, stage.random, -20.0
    while x < WIDTH:
        width, height = random.uniform(70, 150), random.uniform(0.45, 1) * tallest
        house = box(x, base - height, width, height)
        stage.sheet.shaded(house, ink, colours.main, "right", 0.5)
        for column in range(int(width // 44)):
            window = box(x + 18 + column * 44, base - height + 24, 14, 26)
            stage.sheet.fill(window, random.choice([colours.dark, colours.warm]))
        x += width + random.choice([0, 0, 8])


def _dome(sheet: Sheet, colours: Palette, ink: Ink) -> None:
    sheet.shaded(box(-130, -190, 260, 190), colours.warm, colours.spark, "right", 0.6)
    for x in (-64, 0, 64):
        sheet.fill(moved(pointed_arch(26, 50, 96), x, -60), colours.dark)
    dome = path("M -134 -190 C -170 -290 -90 -350 0 -400 C 90 -350 170 -290 134 -190 Z")
    sheet.shaded(dome, ink, colours.dark, "right", 0.8)
    sheet.line([(0, -396), (0, -440)], colours.dark, 7)
    sheet.fill(circle(0, -440, 11), colours.warm)


def _minaret(sheet: Sheet, colours: Palette) -> None:
    """Tall, banded and plainly out of true."""
    shaft = path("M -58 10 L -44 -470 H 44 L 58 10 Z")
    sheet.shaded(_tilted(shaft), colours.dark, colours.main, "left", 0.5)
    sheet.fill(_tilted(box(-74, -130, 148, 140)), colours.main)
    for row in range(6):
        y = -200 - row * 50
        sheet.fill(_tilted(box(-47, y, 94, 12)), colours.warm)
        for step in range(4):
            sheet.fill(_tilted(diamond(-33 + step * 22, y - 20, 9, 14)), colours.far)
    sheet.fill(_tilted(box(-66, -494, 132, 26)), colours.warm)
    sheet.fill(_tilted(box(-30, -580, 60, 90)), colours.dark)
    cap = path("M -34 -578 C -40 -630 -10 -640 0 -668 C 10 -640 40 -630 34 -578 Z")
    sheet.fill(_tilted(cap), colours.spark)


def _tilted(shape: Shape) -> Shape:
    return turned(shape, 6)


def _river(stage: Stage) -> None:
    sheet, colours, random = stage.sheet, stage.colours, stage.random
    sheet.shaded(box(0, 650, WIDTH, HEIGHT - 650), colours.water, colours.main, "bottom", 0.8)
    for _ in range(16):
        x, y = random.uniform(-100, 1600), random.uniform(890, 985)
        sheet.fill(capsule((x, y), (x + random.uniform(60, 260), y), 7), colours.haze)


def _bridge(sheet: Sheet, colours: Palette, span: float) -> None:
    half, arches = span / 2, round(1900 / span)
    for index in range(-arches, arches):
        middle = index * span + half
        opening = arc(middle, 110, half - 32, 92, 0, -180)
        sheet.fill(
            [
                (middle - half, 0),
                (middle + half, 0),
                (middle + half, 118),
                *opening,
                (middle - half, 118),
            ],
            colours.dark,
        )
        ring = arc_band(middle, 110, (half - 24, 100), (half - 36, 88), 180, 360)
        sheet.fill(ring, colours.spark)
        pier = path("M -54 132 L 0 96 L 54 132 Z")
        sheet.fill(moved(pier, middle - half, 0), colours.dark)
    sheet.fill(box(-1900, -26, 3800, 36), colours.paper)
    sheet.fill(box(-1900, 4, 3800, 12), colours.far)
    for index in range(-21, 21):
        sheet.fill(box(index * 90, -58, 8, 34), colours.dark)
    sheet.fill(box(-1900, -62, 3800, 9), colours.dark)


def _boat(sheet: Sheet, colours: Palette) -> None:
    sheet.fill(
        path("M -110 -34 Q -60 -24 0 -24 Q 70 -24 130 -48 Q 110 10 60 12 H -60 Z"), colours.dark
    )
    sheet.line([(6, -24), (6, -220)], colours.dark, 9)
    sail = path("M 18 -210 Q 110 -130 120 -60 L 18 -50 Z")
    sheet.shaded(sail, colours.spark, colours.dark, "bottom", 0.5)
