"""What the alphabet looks like: a wall of tiles in two scripts."""

from itertools import zip_longest

from coalition.demo.pictures.glyphs import ARABIC, LATIN, Glyph
from coalition.demo.pictures.palette import Ink, Palette
from coalition.demo.pictures.shapes import LEAN_DEGREES, Shape, box, moved, path, turned
from coalition.demo.pictures.sheet import Sheet
from coalition.demo.pictures.stage import Stage

COLUMNS, TILE_WIDTH, TILE_HEIGHT = 5, 320, 334


def letters(stage: Stage) -> None:
    """Tiles of Latin and Arabic letter shapes, and a pencil lying across them."""
    grounds = _grounds(stage)
    for index, glyph in enumerate(_alternating(stage)):
        column, row = index % COLUMNS, index // COLUMNS
        ground = grounds[(column + 2 * row) % len(grounds)]
        x, y = (column + 0.5) * TILE_WIDTH, (row + 0.5) * TILE_HEIGHT
        tile = stage.sheet.placed(x, y)
        tile.fill(box(-160, -167, 321, 335), ground)
        glyph(tile, _ink_on(ground, stage.colours), ground)
    _pencil(stage.sheet.placed(stage.centre - 60 + stage.random.uniform(-60, 60), 930), stage)


def _alternating(stage: Stage) -> list[Glyph]:
    """Scripts take turns, so that no two neighbours spell anything."""
    latin = stage.random.sample(LATIN, len(LATIN))
    arabic = stage.random.sample(ARABIC, len(ARABIC))
    return [glyph for pair in zip_longest(latin, arabic) for glyph in pair if glyph]


def _grounds(stage: Stage) -> list[Ink]:
    colours = stage.colours
    quiet = [colours.sky, colours.land, colours.haze]
    strong = [colours.main, colours.warm, colours.dark, colours.water]
    stage.random.shuffle(strong)
    stage.random.shuffle(quiet)
    return [quiet[0], strong[0], quiet[1], strong[1], quiet[2], strong[2], colours.paper]


def _ink_on(ground: Ink, colours: Palette) -> Ink:
    if ground in (colours.main, colours.dark):
        return colours.warm
    return colours.spark if ground == colours.paper else colours.dark


def _pencil(sheet: Sheet, stage: Stage) -> None:
    colours = stage.colours
    body = stage.random.choice([colours.spark, colours.main])
    parts: list[tuple[Shape, Ink]] = [
        (moved(box(-46, -800, 92, 720), 26, 22), colours.dark),
        (box(-46, -720, 92, 580), body),
        (box(-16, -720, 32, 580), colours.warm),
        (path("M -46 -140 L 0 0 L 46 -140 Z"), colours.paper),
        (path("M -15 -46 L 0 0 L 15 -46 Z"), colours.dark),
        (box(-46, -840, 92, 74, 20), colours.dark),
        (box(-46, -780, 92, 62), colours.paper),
    ]
    for shape, ink in parts:
        sheet.fill(turned(shape, LEAN_DEGREES), ink)
