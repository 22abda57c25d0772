"""What a craftsman's bench holds: five hand tools."""

from coalition.demo.pictures.palette import Ink, Palette
from coalition.demo.pictures.shapes import (
    LEAN_DEGREES,
    Shape,
    box,
    circle,
    leaning_bar,
    moved,
    path,
    turned,
)
from coalition.demo.pictures.sheet import Sheet
from coalition.demo.pictures.stage import HEIGHT, WIDTH, Stage


def tools(stage: Stage) -> None:
    """Five hand tools laid side by side, leaning together: trowel, hammer, saw, spanner, brush."""
    colours, sheet = stage.colours, stage.sheet
    sheet.fill(box(0, 0, WIDTH, HEIGHT), colours.sky)
    board = leaning_bar(stage.centre - 900, HEIGHT, HEIGHT, 1160)
    sheet.shaded(board, colours.land, colours.far, "bottom")
    sheet.hatch(leaning_bar(stage.centre - 900, HEIGHT, HEIGHT, 120), colours.far, 20, 0.4)
    drawings = [_trowel, _hammer, _saw, _spanner, _brush]
    stage.random.shuffle(drawings)
    for index, drawing in enumerate(drawings):
        tool = sheet.placed(stage.centre - 560 + index * 190, 880 - 50 * (index % 2), 1.18)
        drawing(tool, colours)


def _lean(shape: Shape) -> Shape:
    return turned(shape, LEAN_DEGREES)


def _lay(sheet: Sheet, shape: Shape, ink: Ink, shadow: Ink) -> None:
    """Put a leaning part of a tool on the board, with its shadow beside it."""
    sheet.fill(moved(_lean(shape), 16, 14), shadow)
    sheet.fill(_lean(shape), ink)


def _handle(sheet: Sheet, colours: Palette, length: float) -> None:
    grip = box(-22, -length, 44, length, 20)
    _lay(sheet, grip, colours.spark, colours.far)
    sheet.grain(_lean(grip), colours.dark, "left", 0.6)


def _trowel(sheet: Sheet, colours: Palette) -> None:
    _handle(sheet, colours, 220)
    sheet.fill(_lean(path("M -10 -210 V -300 H 10 V -210 Z")), colours.dark)
    blade = path("M 0 -640 L 78 -330 Q 80 -296 40 -296 H -40 Q -80 -296 -78 -330 Z")
    _lay(sheet, blade, colours.main, colours.far)
    sheet.grain(_lean(blade), colours.dark, "left", 0.6)


def _hammer(sheet: Sheet, colours: Palette) -> None:
    _lay(sheet, box(-19, -560, 38, 560, 16), colours.warm, colours.far)
    sheet.grain(_lean(box(-19, -560, 38, 560, 16)), colours.spark, "left", 0.6)
    head = path("M -96 -600 H 40 Q 100 -600 130 -540 Q 80 -556 40 -540 H -96 Z")
    _lay(sheet, head, colours.dark, colours.far)
    sheet.fill(_lean(box(-112, -610, 34, 80, 4)), colours.dark)


def _saw(sheet: Sheet, colours: Palette) -> None:
    teeth = [(60 - 16 * (i % 2) - i * 0.5, -180 - i * 11.5) for i in range(40)]
    blade = [(-50, -170), *teeth, (4, -660), (-40, -660)]
    _lay(sheet, blade, colours.paper, colours.far)
    _lay(sheet, box(-60, -200, 122, 200, 44), colours.spark, colours.far)
    sheet.fill(_lean(box(-24, -150, 48, 104, 24)), colours.land)


def _spanner(sheet: Sheet, colours: Palette) -> None:
    _lay(sheet, box(-24, -560, 48, 520), colours.dark, colours.far)
    _lay(sheet, circle(0, -590, 72), colours.dark, colours.far)
    sheet.fill(_lean(box(-28, -680, 56, 100)), colours.land)
    sheet.fill(_lean(circle(0, -30, 56)), colours.dark)
    sheet.fill(_lean(circle(0, -30, 28)), colours.land)
    sheet.line(_lean([(0, -480), (0, -130)]), colours.main, 12)


def _brush(sheet: Sheet, colours: Palette) -> None:
    grip = path("M -18 0 Q -30 -160 -40 -280 H 40 Q 30 -160 18 0 Z")
    _lay(sheet, grip, colours.main, colours.far)
    bristles = path("M -60 -350 L -64 -520 Q 0 -560 64 -520 L 60 -350 Z")
    _lay(sheet, bristles, colours.warm, colours.far)
    sheet.hatch(_lean(bristles), colours.spark, 16, 0.25)
    _lay(sheet, box(-62, -350, 124, 84, 4), colours.dark, colours.far)
