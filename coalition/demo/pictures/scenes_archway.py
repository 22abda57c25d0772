"""What an old town's gate looks like: an archway."""

from itertools import pairwise

from coalition.demo.pictures.palette import Palette
from coalition.demo.pictures.shapes import box, circle, diamond, path, pointed_arch
from coalition.demo.pictures.sheet import Sheet
from coalition.demo.pictures.stage import HEIGHT, WIDTH, Stage


def archway(stage: Stage) -> None:
    """An old archway of striped stone, with a domed town and the sun seen through it."""
    colours = stage.colours
    stage.sheet.fill(box(0, 0, WIDTH, HEIGHT), colours.sky)
    stage.sheet.shaded(box(0, 790, WIDTH, 210), colours.land, colours.far, "top", 0.5)
    _town_wall(stage)
    sheet = stage.subject(860)
    _gate(sheet, colours)
    _view_through(sheet, stage)
    _striped_ring(sheet, stage)
    _way_in(sheet, stage)


def _town_wall(stage: Stage) -> None:
    """Battlements stand close or far apart; the wall is high or low."""
    colours, random = stage.colours, stage.random
    ink = random.choice([colours.main, colours.water])
    top, step = random.choice([190, 300, 420]), random.choice([90, 140])
    stage.sheet.fill(box(0, top, WIDTH, 800 - top), ink)
    for index in range(WIDTH // step + 1):
        stage.sheet.fill(box(index * step - 20, top - 44, step * 0.58, 50), ink)
    stage.sheet.hatch(box(0, top, WIDTH, 800 - top), colours.dark, 46, 0.1)


def _way_in(sheet: Sheet, stage: Stage) -> None:
    colours = stage.colours
    if stage.random.random() < 0.5:
        sheet.fill(path("M -220 0 H 220 L 350 200 H -350 Z"), colours.warm)
        return
    for step in range(4):
        half = 330 + 50 * step
        sheet.fill(box(-half, step * 36, 2 * half, 40), colours.paper)
        sheet.fill(box(-half, step * 36 + 24, 2 * half, 14), colours.far)


def _gate(sheet: Sheet, colours: Palette) -> None:
    sheet.shaded(box(-410, -770, 820, 770), colours.land, colours.far, "right", 0.8)
    sheet.fill(box(-440, -800, 880, 44), colours.dark)
    inks = (colours.main, colours.spark)
    for index in range(12):
        sheet.fill(diamond(-385 + index * 70, -698, 22, 22), inks[index % 2])
    for side in (-1, 1):
        for row in range(7):
            sheet.fill(diamond(side * 360, -590 + row * 88, 22, 26), inks[row % 2])


def _view_through(sheet: Sheet, stage: Stage) -> None:
    colours, random = stage.colours, stage.random
    sheet.fill(pointed_arch(220, 300, 560), colours.haze)
    sun = circle(random.uniform(-70, 70), random.uniform(-360, -270), random.uniform(90, 130))
    sheet.fill(sun, colours.warm)
    town = path(
        "M -220 0 V -170 H -150 V -210 H -90 V -150 H -40 C -50 -220 0 -240 20 -262 "
        "C 40 -240 90 -220 80 -150 H 130 V -230 H 150 V -180 H 220 V 0 Z"
    )
    sheet.shaded(town, colours.main, colours.dark, "bottom", 0.8)
    sheet.fill(path("M -220 0 L -60 -90 H 60 L 220 0 Z"), colours.warm)


def _striped_ring(sheet: Sheet, stage: Stage) -> None:
    colours = stage.colours
    inks = (colours.paper, stage.random.choice([colours.spark, colours.dark]))
    edges = list(zip(pointed_arch(220, 300, 560), pointed_arch(300, 300, 660), strict=True))
    stones = list(pairwise(edges[1:-1]))
    for index, ((a, b), (c, d)) in enumerate(stones):
        from_side = min(index, len(stones) - 1 - index)
        sheet.fill([a, b, d, c], inks[from_side // 3 % 2])
    for left in (-300, 220):
        for row in range(6):
            sheet.fill(box(left, -50 * (row + 1), 80, 50), inks[row % 2])
