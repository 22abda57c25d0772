"""What street art looks like: a wall that is being painted."""

from coalition.demo.pictures.backdrop import open_air
from coalition.demo.pictures.palette import Ink, Palette, mixed
from coalition.demo.pictures.shapes import Shape, arc, arc_band, box, capsule, circle, path, turned
from coalition.demo.pictures.sheet import Sheet
from coalition.demo.pictures.stage import Stage

COLUMNS, ROWS, TILE = 5, 3, 200
HALF = TILE / 2
PATTERNS: tuple[tuple[Shape, ...], ...] = (
    ([(-HALF, -HALF), *arc(-HALF, -HALF, TILE, TILE, 0, 90)],),
    (arc(-HALF, -HALF, TILE, TILE, 0, 90) + arc(HALF, HALF, TILE, TILE, 180, 270),),
    (arc(0, -HALF, HALF, HALF, 0, 180), arc(0, 0, HALF, HALF, 0, 180)),
    (
        arc_band(-HALF, -HALF, (TILE, TILE), (140, 140), 0, 90),
        [(-HALF, -HALF), *arc(-HALF, -HALF, 80, 80, 0, 90)],
    ),
    (circle(0, 0, 70),),
)


def wall(stage: Stage) -> None:
    """A painted wall: a mural of round shapes, a painter at work, pots of paint."""
    open_air(stage, 840)
    sheet, colours = stage.subject(870), stage.colours
    plaster = mixed(colours.paper, colours.far, 0.35)
    sheet.shaded(box(-1800, -710, 3400, 716), plaster, colours.far, "bottom", 0.5)
    sheet.fill(box(-1800, -740, 3400, 44), colours.dark)
    _bricks(sheet, stage)
    for column in range(COLUMNS):
        for row in range(ROWS):
            tile = sheet.placed(-330 + column * TILE, -560 + row * TILE)
            _paint(tile, stage, is_done=column > 0 or row == 0)
    _painter(sheet.placed(-480, 80), colours)
    for index, ink in enumerate((colours.spark, colours.warm, colours.main)):
        _pot(sheet.placed(-240 + index * 120, 86 + 16 * (index % 2)), colours, ink)


def _bricks(sheet: Sheet, stage: Stage) -> None:
    """Patches where the plaster has come off."""
    for x, y in ((-900, -560), (-760, -180), (780, -480), (-1180, -300)):
        for row in range(3):
            for column in range(stage.random.randint(1, 3)):
                left = x + column * 92 + 40 * (row % 2)
                sheet.fill(box(left, y + row * 44, 86, 38, 3), stage.colours.spark)


def _paint(tile: Sheet, stage: Stage, *, is_done: bool) -> None:
    colours, random = stage.colours, stage.random
    pattern, quarter = random.choice(PATTERNS), random.randrange(4)
    grounds = [colours.main, colours.water, colours.paper, colours.warm, colours.spark]
    ground, ink = random.sample(grounds, 2)
    if not is_done:
        tile.line(box(-HALF, -HALF, TILE, TILE), colours.main, 3)
    elif random.random() < 0.1:
        tile.fill(box(-HALF, -HALF, TILE, TILE), colours.dark)
        tile.emblem(0, 66, 132, colours.warm)
    else:
        tile.fill(box(-HALF, -HALF, TILE, TILE), ground)
        tile.fill_all((turned(shape, 90 * quarter) for shape in pattern), ink)


def _painter(sheet: Sheet, colours: Palette) -> None:
    """Seen from behind, reaching up with a roller."""
    sheet.fill(path("M -62 -190 H 62 L 74 0 H 12 L 0 -130 L -12 0 H -74 Z"), colours.dark)
    coat = path("M -76 -180 V -330 C -76 -386 -40 -400 0 -400 C 40 -400 76 -386 76 -330 V -180 Z")
    sheet.line([(150, -600), (120, -330)], colours.dark, 12)
    sheet.line([(54, -358), (136, -440)], colours.warm, 42)
    sheet.fill(circle(136, -444, 26), colours.dark)
    sheet.shaded(coat, colours.warm, colours.spark, "left", 0.8)
    sheet.fill(circle(0, -452, 56), colours.dark)
    sheet.fill(capsule((110, -614), (196, -614), 44), colours.spark)


def _pot(sheet: Sheet, colours: Palette, ink: Ink) -> None:
    sheet.fill(box(-44, -90, 88, 90, 6), colours.dark)
    sheet.fill(box(-44, -66, 88, 42), ink)
    sheet.fill(box(-52, -96, 104, 18, 8), ink)
