"""What public affairs look like: justice, money, a map."""

from coalition.demo.pictures.backdrop import indoors
from coalition.demo.pictures.palette import Ink, Palette, mixed
from coalition.demo.pictures.shapes import Shape, arc, box, circle, ellipse, moved, path, turned
from coalition.demo.pictures.sheet import Sheet
from coalition.demo.pictures.stage import Stage

PANEL_WIDTH, PANELS = 280, 4
PIN_PLACES = ((-400, -440), (-150, -330), (60, -440), (210, -250), (430, -400), (-260, -170))
RIVERS = (
    (
        "M -548 -556 C -300 -600 -240 -420 -80 -380 C 120 -330 160 -200 548 -114",
        "M -150 -648 C -60 -560 120 -560 130 -420 C 140 -330 60 -300 130 -264",
    ),
    (
        "M -548 -204 C -300 -140 -260 -330 -60 -340 C 160 -350 240 -520 548 -556",
        "M 20 -648 C -120 -560 120 -480 -20 -345",
    ),
)


def justice(stage: Stage) -> None:
    """A pair of scales beside a sealed document."""
    indoors(stage, 730)
    sheet, colours = stage.subject(860), stage.colours
    sheet.hatch(path("M -160 0 H 160 L 360 -110 H 120 Z"), colours.main, 16, 0.3)
    tilt = stage.random.choice([-5, -3, 3, 5])
    left, right = turned([(-330, -600), (330, -600)], tilt, (0, -600))
    sheet.line([left, right], colours.dark, 26)
    bowl = stage.random.choice([colours.warm, colours.main])
    for end in (left, right):
        _pan(sheet.placed(*end), colours, bowl)
    _pillar(sheet, colours)
    _documents(sheet.placed(-440, 70, 0.85), colours, stage.random.randint(1, 3))


def _pillar(sheet: Sheet, colours: Palette) -> None:
    sheet.fill(path("M -22 -60 L -14 -640 H 14 L 22 -60 Z"), colours.dark)
    sheet.fill(circle(0, -600, 46), colours.spark)
    sheet.fill(circle(0, -600, 18), colours.dark)
    sheet.fill(circle(0, -660, 24), colours.dark)
    sheet.fill(path("M -150 0 Q -140 -60 -30 -74 H 30 Q 140 -60 150 0 Z"), colours.dark)
    sheet.fill(box(-180, -16, 360, 28, 8), colours.main)


def _pan(sheet: Sheet, colours: Palette, ink: Ink) -> None:
    for x in (-120, 120):
        sheet.line([(0, 0), (x, 260)], colours.dark, 6)
    bowl = path("M -150 258 H 150 Q 130 344 0 348 Q -130 344 -150 258 Z")
    shade = colours.dark if ink == colours.main else colours.spark
    sheet.shaded(bowl, ink, shade, "right", 0.9)
    sheet.fill(circle(0, 0, 18), colours.spark)


def _documents(sheet: Sheet, colours: Palette, count: int) -> None:
    for index in range(count):
        left, top = -190 + 9 * (index % 3), -26 - index * 30
        sheet.fill(box(left, top, 330, 24), (colours.paper, colours.far)[index % 2])
        sheet.fill(box(left, top, 30, 24), colours.spark)
    page, outline = sheet.placed(0, -30 * count), path("M -140 0 L -90 -190 H 150 L 100 0 Z")
    page.fill(moved(outline, 14, -10), colours.far)
    page.shaded(outline, colours.paper, colours.far, "bottom")
    for row in range(4):
        x, y = -64 - row * 9, -158 + row * 34
        page.line([(x, y), (x + 150 - 40 * (row == 3), y)], colours.main, 8)
    page.fill(circle(80, -44, 28), colours.spark)


def coins(stage: Stage) -> None:
    """Five stacks of coins of unequal height, and one coin standing on its edge."""
    indoors(stage, 700)
    sheet = stage.subject(840)
    heights = stage.random.sample((5, 8, 11, 7, 3), 5)
    for index, height in enumerate(heights):
        _stack(sheet.placed(-430 + index * 182, -30 * (index % 2)), stage, height)
    _standing_coin(sheet.placed(stage.random.choice([-230, 120, 290]), 100), stage.colours)


def _stack(sheet: Sheet, stage: Stage, height: int) -> None:
    colours = stage.colours
    sheet.hatch(path("M -80 8 H 84 L 190 -50 H 40 Z"), colours.main, 14, 0.3)
    for level in range(height):
        x, y = stage.random.uniform(-7, 7), -level * 40
        edge = [(x - 84, y - 34), (x + 84, y - 34), *arc(x, y, 84, 26, 0, 180)]
        sheet.fill(moved(edge, 0, 5), colours.dark)
        sheet.fill(edge, colours.spark)
        sheet.hatch(edge, colours.warm, 14, 0.3)
        sheet.fill(ellipse(x, y - 36, 84, 26), colours.warm)
    sheet.fill(ellipse(x, y - 36, 60, 17), colours.spark)
    sheet.fill(ellipse(x, y - 34, 58, 15), colours.warm)


def _standing_coin(sheet: Sheet, colours: Palette) -> None:
    sheet.fill(circle(22, -140, 140), colours.dark)
    sheet.fill(circle(0, -140, 140), colours.main)
    sheet.fill(circle(0, -140, 112), colours.paper)
    sheet.shaded(circle(0, -140, 104), colours.main, colours.dark, "right", 0.9)
    sheet.emblem(0, -82, 116, colours.warm)


def chart(stage: Stage) -> None:
    """A folded map in simple outlines: rivers, heights, a dotted route and pins."""
    indoors(stage, 780)
    sheet, colours = stage.subject(880), stage.colours
    for panel in range(PANELS):
        sheet.fill(moved(_panel(panel), 20, 24), colours.far)
    for panel in range(PANELS):
        ink = mixed(colours.paper, colours.far, 0.3 * (panel % 2))
        sheet.shaded(_panel(panel), ink, colours.far, "right", 0.5)
    _map_lines(sheet, stage)
    for place in stage.random.sample(PIN_PLACES, stage.random.randint(3, 5)):
        _pin(sheet.placed(*_folded([place])[0]), colours)


def _folded(points: Shape) -> Shape:
    """Follow the paper's zigzag folds."""
    edge = PANELS * PANEL_WIDTH / 2
    return [(x, y + 46 * abs((x + edge) / PANEL_WIDTH % 2 - 1)) for x, y in points]


def _panel(number: int) -> Shape:
    left = (number - PANELS / 2) * PANEL_WIDTH
    return _folded(box(left, -660, PANEL_WIDTH, 600))


def _map_lines(sheet: Sheet, stage: Stage) -> None:
    colours, random = stage.colours, stage.random
    low, high = random.uniform(-420, -360), random.uniform(240, 380)
    for radius in (150, 112, 74, 36):
        sheet.line(_folded(ellipse(high, -470, radius, radius * 0.7)), colours.warm, 6)
        sheet.line(_folded(ellipse(low, -230, radius * 0.9, radius * 0.75)), colours.warm, 6)
    for river in random.choice(RIVERS):
        sheet.line(_folded(path(river)), colours.main, 18)
    route = path("M -440 -130 C -300 -420 -120 -200 20 -250 C 200 -300 260 -540 470 -560")
    for start, end in zip(route[::2], route[1::2], strict=False):
        sheet.line(_folded([start, end]), colours.spark, 9)


def _pin(sheet: Sheet, colours: Palette) -> None:
    drop = path("M 0 0 C -20 -50 -64 -80 -64 -128 C -64 -208 64 -208 64 -128 C 64 -80 20 -50 0 0 Z")
    sheet.fill(drop, colours.spark)
    sheet.fill(circle(0, -128, 26), colours.paper)
