"""What the land looks like: desert, fields, road, tents."""

from dataclasses import replace

from coalition.demo.pictures.backdrop import open_air
from coalition.demo.pictures.palette import Ink, Palette
from coalition.demo.pictures.shapes import Point, between, box, circle, path, turned
from coalition.demo.pictures.sheet import Sheet
from coalition.demo.pictures.stage import HEIGHT, Stage


def desert(stage: Stage) -> None:
    """A desert under a wide sky: dunes, date palms, a table hill far off."""
    open_air(replace(stage, light="great disc"), 560)
    sheet, colours = stage.subject(1000), stage.colours
    mesa = path("M -960 -440 V -500 H -880 L -850 -560 H -640 L -600 -500 H -420 L -390 -440 Z")
    sheet.fill(mesa, colours.far)
    sheet.hatch(path("M -700 -560 H -640 L -600 -500 H -420 L -390 -440 H -760 Z"), colours.main)
    far_dune = path("M -1700 -300 C -1100 -420 -900 -380 -560 -330 L -240 0 H -1700 Z")
    sheet.shaded(far_dune, colours.land, colours.far, "bottom", 0.9)
    palms = ((70, 430, 60), (220, 330, -40), (-60, 270, -70), (330, 240, 50))
    for x, height, bend in palms[: stage.random.randint(2, 4)]:
        _palm(sheet.placed(x, -290), colours, height * stage.random.uniform(0.9, 1.1), bend)
    _near_dunes(sheet, colours)


def _near_dunes(sheet: Sheet, colours: Palette) -> None:
    light = path("M -900 0 C -500 -120 -260 -330 60 -320 C 300 -310 600 -200 1300 -260 V 0 Z")
    sheet.shaded(light, colours.warm, colours.spark, "bottom", 0.5)
    shade = path(
        "M 60 -320 C 20 -240 180 -190 120 -110 C 90 -60 200 -30 260 0 H 1300 V -260 "
        "C 600 -200 300 -310 60 -320 Z"
    )
    sheet.shaded(shade, colours.spark, colours.dark, "right", 0.5)
    front = path("M -1700 0 V -110 C -1200 -200 -800 -150 -300 0 Z")
    sheet.shaded(front, colours.main, colours.dark, "bottom", 0.6)


def _palm(sheet: Sheet, colours: Palette, height: float, bend: float) -> None:
    trunk = path(
        f"M -16 20 Q {bend * 0.2} {-height * 0.5} {bend - 9} {-height} H {bend + 9} "
        f"Q {bend * 0.2 + 26} {-height * 0.5} 18 20 Z"
    )
    sheet.fill(trunk, colours.dark)
    crown = sheet.placed(bend, -height)
    for degrees in (-100, -62, -28, 8, 40, 74, 108):
        frond = path("M 0 0 Q 20 -110 0 -190 Q 70 -90 0 0 Z")
        crown.fill(turned(frond, degrees), colours.main)
        crown.fill(turned(path("M 0 0 Q 10 -100 -4 -180 Q 34 -90 0 0 Z"), degrees), colours.dark)
    crown.fill(circle(-14, 16, 15), colours.spark)
    crown.fill(circle(16, 20, 15), colours.spark)


def fields(stage: Stage) -> None:
    """Furrowed fields running to the horizon, a row of poplars and a farmhouse."""
    horizon = stage.random.uniform(410, 500)
    open_air(stage, horizon)
    colours, random = stage.colours, stage.random
    away = (stage.centre + random.uniform(-340, 160), horizon)
    inks = [colours.warm, colours.main, colours.land, colours.spark, colours.water]
    turn = random.randrange(len(inks))
    inks = [*inks[turn:], *inks[:turn], inks[turn]]
    edges = [-1500, -640, 60, 620, 1220, 2000, 3300]
    for ink, left, right in zip(inks, edges, edges[1:], strict=False):
        shade = colours.dark if ink in (colours.main, colours.spark) else colours.spark
        _furrows(stage.sheet, away, (left, right), ink, shade)
    _hills(stage, horizon)
    _poplars(stage.subject(horizon + 14), stage)
    _farmhouse(stage.subject(horizon + 14), colours)


def _furrows(sheet: Sheet, away: Point, edges: tuple[float, float], ink: Ink, shade: Ink) -> None:
    (left, right), foot = edges, HEIGHT + 40
    sheet.fill([away, (right, foot), (left, foot)], ink)
    width = (right - left) / 60
    for index in range(1, 6):
        x = left + (right - left) * index / 6
        start = between(away, (x, foot), 0.07)
        sheet.fill([start, (x + width, foot), (x - width, foot)], shade)


def _hills(stage: Stage, horizon: float) -> None:
    hill = path(
        f"M 0 {horizon} Q 300 {horizon - 150} 640 {horizon - 30} Q 900 {horizon - 90} "
        f"1200 {horizon - 20} Q 1400 {horizon - 110} 1600 {horizon - 70} V {horizon + 18} H 0 Z"
    )
    stage.sheet.shaded(hill, stage.colours.far, stage.colours.main, "bottom")


def _poplars(sheet: Sheet, stage: Stage) -> None:
    for index in range(stage.random.randint(4, 8)):
        x, height = 40 - index * 62, 190 + 50 * ((index * 3) % 4)
        low = -height * 0.45
        sheet.line([(x, 0), (x, low)], stage.colours.dark, 7)
        crown = path(f"M {x} {-height} Q {x + 40} {low} {x} -24 Q {x - 40} {low} {x} {-height} Z")
        sheet.fill(crown, stage.colours.dark if index % 2 else stage.colours.main)


def _farmhouse(sheet: Sheet, colours: Palette) -> None:
    sheet.shaded(box(120, -110, 230, 110), colours.paper, colours.far, "right", 0.8)
    sheet.fill(box(270, -150, 130, 150), colours.paper)
    sheet.fill(box(112, -122, 160, 18), colours.spark)
    sheet.fill(box(262, -164, 146, 20), colours.spark)
    for x, y in ((150, -74), (210, -74), (310, -110)):
        sheet.fill(box(x, y, 28, 40), colours.dark)
    sheet.fill(box(306, -54, 44, 54), colours.main)


def road(stage: Stage) -> None:
    """A road running to the hills, with telegraph poles beside it."""
    horizon = stage.random.uniform(430, 480)
    open_air(stage, horizon)
    _hills(stage, horizon)
    sheet, colours = stage.subject(1000), stage.colours
    near = path(
        "M -1700 0 V -420 C -1100 -520 -600 -430 -100 -500 C 300 -550 700 -440 1400 -520 V 0 Z"
    )
    sheet.shaded(near, colours.land, colours.main, "bottom")
    if stage.random.random() < 0.5:
        _winding_road(sheet, colours)
    else:
        _straight_road(sheet, colours)
    for x, foot, height in ((-560, -90, 620), (-300, -300, 330), (-150, -380, 200)):
        _pole(sheet.placed(x, foot), colours, height)


def _winding_road(sheet: Sheet, colours: Palette) -> None:
    left = "M -420 0 C -60 -150 420 -190 380 -290 C 340 -370 20 -360 30 -500"
    right = "L 46 -500 C 70 -380 500 -400 560 -290 C 640 -150 420 -110 380 0 Z"
    sheet.fill(path(f"{left} {right}"), colours.dark)
    middle = path("M -20 0 C 180 -150 520 -190 470 -290 C 420 -376 44 -370 38 -500")
    for index in range(0, len(middle) - 2, 2):
        width = max(2.0, 16 * (1 - index / len(middle)) ** 1.5)
        end = between(middle[index], middle[index + 1], 0.8)
        sheet.line([middle[index], end], colours.warm, width)


def _straight_road(sheet: Sheet, colours: Palette) -> None:
    sheet.fill(path("M -330 0 L 52 -506 H 68 L 620 0 Z"), colours.dark)
    for start in (0.0, 0.3, 0.52, 0.68, 0.8, 0.88):
        end = start + 0.16 * (1 - start)
        dash = [
            between((145 + side, 0), (60, -506), part)
            for side, part in ((-16, start), (-16, end), (16, end), (16, start))
        ]
        sheet.fill(dash, colours.warm)


def _pole(sheet: Sheet, colours: Palette, height: float) -> None:
    sheet.fill(box(-height / 50, -height, height / 25, height), colours.dark)
    for part in (0.92, 0.82):
        sheet.fill(box(-height / 8, -height * part, height / 4, height / 34), colours.dark)


def tents(stage: Stage) -> None:
    """Rows of ridge tents under open sky, one large in front, and a water tank."""
    open_air(stage, 520)
    _hills(stage, 520)
    sheet, colours = stage.subject(900), stage.colours
    for y, scale, step in ((-340, 0.26, 260), (-270, 0.42, 400)):
        for index in range(-4, 5):
            x = index * step + stage.random.uniform(-40, 40)
            _tent(sheet.placed(x, y, scale), colours)
    _tent(sheet.placed(stage.random.uniform(-500, -420), -120, 0.7), colours)
    _tent(sheet.placed(40, 0, 1.18), colours)
    _tank(sheet.placed(470, -50), colours)


def _tent(sheet: Sheet, colours: Palette) -> None:
    sheet.line([(-150, -300), (-400, 6)], colours.dark, 5)
    sheet.line([(230, -300), (420, -36)], colours.dark, 5)
    side = path("M -130 -320 H 190 L 330 -30 L 60 0 Z")
    sheet.fill(side, colours.main)
    sheet.hatch(side, colours.dark, 34, 0.14)
    sheet.grain(side, colours.dark, "bottom", 0.7)
    sheet.shaded(path("M -130 -320 L 60 0 H -320 Z"), colours.paper, colours.far, "left", 0.8)
    sheet.fill(path("M -130 -250 L -50 0 H -210 Z"), colours.dark)
    sheet.fill(path("M -130 -250 L -50 0 H -90 Q -100 -110 -130 -250 Z"), colours.warm)
    sheet.line([(-130, -336), (-130, -310)], colours.dark, 10)


def _tank(sheet: Sheet, colours: Palette) -> None:
    for x in (-70, 70):
        sheet.line([(x, 0), (x * 0.8, -150)], colours.dark, 10)
    sheet.line([(-66, -20), (60, -130)], colours.dark, 7)
    sheet.shaded(box(-90, -290, 180, 150, 24), colours.spark, colours.dark, "right", 0.6)
