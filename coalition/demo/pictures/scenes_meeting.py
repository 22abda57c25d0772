"""What meeting and agreeing look like: ministers, a council, a handshake."""

from math import cos, radians, sin

from coalition.demo.pictures.backdrop import indoors, wall
from coalition.demo.pictures.palette import Ink, Palette
from coalition.demo.pictures.shapes import (
    Point,
    arc,
    arc_band,
    box,
    capsule,
    circle,
    ellipse,
    moved,
    path,
)
from coalition.demo.pictures.sheet import Sheet
from coalition.demo.pictures.stage import HEIGHT, WIDTH, Stage

# Where people sit about a horseshoe, in degrees.
SEATS = (168, 186, 207, 228, 249, 270, 291, 312, 333, 354, 372)


def ministers(stage: Stage) -> None:
    """People without faces at a round table set with small flags of no country."""
    indoors(stage, 520)
    sheet, colours = stage.subject(690), stage.colours
    coats = [colours.water, colours.main, colours.spark, colours.main, colours.warm, colours.dark]
    people = stage.random.sample(coats, stage.random.choice([4, 5, 5]))
    for index, coat in enumerate(people):
        x, y = _on_rim(212 + index * 116 / (len(people) - 1), 500, 170)
        _person(sheet.placed(x, y - 40), colours, coat)
    _round_table(sheet, stage)
    for index in range(8):
        x, y = _on_rim(150 + index * 34.3, 440, 138)
        _flag(sheet.upright(x, y, 0.8), colours, (index + stage.random.randint(0, 1)) % 4)
    for degrees in (50, 90, 130):
        x, y = _on_rim(degrees, 560, 220)
        seat = box(x - 78, y - 80, 156, 240, 44)
        sheet.shaded(seat, colours.spark, colours.dark, "bottom")


def _on_rim(degrees: float, rx: float, ry: float) -> Point:
    return rx * cos(radians(degrees)), ry * sin(radians(degrees))


def _person(sheet: Sheet, colours: Palette, coat: Ink) -> None:
    sheet.fill(box(-92, -170, 184, 230, 40), colours.far)
    shoulders = path("M -78 40 V -60 C -78 -112 -40 -126 0 -126 C 40 -126 78 -112 78 -60 V 40 Z")
    sheet.fill(shoulders, coat)
    sheet.fill(path("M -22 -126 L 0 -60 L 22 -126 Z"), colours.paper)
    sheet.fill(circle(0, -172, 48), colours.dark)


def _round_table(sheet: Sheet, stage: Stage) -> None:
    colours = stage.colours
    sheet.fill(ellipse(0, 56, 520, 190), colours.dark)
    sheet.fill(box(-520, 0, 1040, 56), colours.dark)
    top = stage.random.choice([colours.main, colours.main, colours.water])
    sheet.shaded(ellipse(0, 0, 520, 190), top, colours.dark, "right", 0.8)
    sheet.fill(ellipse(0, 4, 330, 106), colours.dark)
    sheet.fill(ellipse(0, 18, 326, 94), colours.land)
    sheet.emblem(0, 72, 112, colours.sky)
    for degrees in (40, 68, 112, 140):
        x, y = _on_rim(degrees, 430, 150)
        sheet.fill(moved(path("M -40 12 L -22 -14 H 44 L 30 12 Z"), x, y), colours.paper)


def _flag(sheet: Sheet, colours: Palette, design: int) -> None:
    """Four cloths, each checked to be no country's."""
    sheet.fill(ellipse(0, 0, 18, 7), colours.dark)
    sheet.fill(box(-3, -150, 6, 150), colours.dark)
    cloth = path(
        "M 3 -150 Q 32 -162 54 -148 Q 76 -138 100 -148 V -86 Q 76 -76 54 -86 Q 32 -100 3 -88 Z"
    )
    sheet.fill(cloth, (colours.paper, colours.warm, colours.spark, colours.paper)[design])
    if design == 0:
        sheet.fill(path("M 3 -150 Q 32 -162 54 -148 L 3 -100 Z"), colours.spark)
    elif design == 1:
        sheet.hatch(cloth, colours.main, 26, 0.45)
    elif design == 2:
        sheet.fill(path("M 3 -150 L 50 -118 L 3 -88 Z"), colours.paper)
    else:
        sheet.fill(path("M 40 -90 L 66 -143 H 88 L 62 -83 Z"), colours.water)


def council(stage: Stage) -> None:
    """A council chamber: horseshoe desks, a table in the middle, a tall panel on the wall."""
    colours = stage.colours
    panelling = stage.random.choice([(colours.main, colours.dark), (colours.sky, colours.haze)])
    stage.sheet.fill(box(0, 0, WIDTH, 560), panelling[0])
    stage.sheet.hatch(box(0, 0, WIDTH, 560), panelling[1], 34, 0.35)
    sheet = stage.subject(720)
    _panel(sheet, stage)
    floor = box(0, 540, WIDTH, HEIGHT - 540)
    stage.sheet.shaded(floor, colours.land, colours.far, "bottom", 0.6)
    for ring, (rx, ry) in enumerate(((600, 236), (400, 150))):
        _horseshoe(sheet.placed(0, 40 + ring * 20), colours, rx, ry)
    _middle_table(sheet.placed(0, 100), colours)


def _panel(sheet: Sheet, stage: Stage) -> None:
    colours = stage.colours
    if stage.light == "great disc":
        panel = circle(0, -390, 250)
    elif stage.light == "rings":
        panel = [*arc(0, -400, 290, 230, 180, 360), (290, -200), (-290, -200)]
    else:
        panel = box(-330, -630, 660, 430)
    sheet.fill(panel, colours.sun)
    sheet.emblem(0, -250, 300, colours.main)


def _horseshoe(sheet: Sheet, colours: Palette, rx: float, ry: float) -> None:
    for degrees in SEATS:
        x, y = _on_rim(degrees, rx + 40, ry + 12)
        size = 0.8 + 0.35 * (y + ry) / (2 * ry)
        sheet.placed(x, y, size).fill(box(-34, -92, 68, 110, 20), colours.spark)
    width = rx * 0.16
    desk = arc_band(0, 0, (rx, ry), (rx - width, ry - width * 0.36), 160, 380)
    for drop in range(46, 0, -3):
        sheet.fill(moved(desk, 0, drop), colours.dark)
    sheet.shaded(desk, colours.warm, colours.spark, "right", 0.8)
    for degrees in SEATS:
        x, y = _on_rim(degrees, rx - width * 0.5, ry - width * 0.18)
        sheet.fill(box(x - 17, y - 6, 34, 12), colours.paper)


def _middle_table(sheet: Sheet, colours: Palette) -> None:
    sheet.fill(path("M -150 40 L -110 -30 H 110 L 150 40 V 84 H -150 Z"), colours.dark)
    sheet.fill(path("M -150 40 L -110 -30 H 110 L 150 40 Z"), colours.main)
    for x in (-80, 0, 70):
        sheet.fill(path(f"M {x - 30} 22 L {x - 20} -10 H {x + 20} L {x + 16} 22 Z"), colours.paper)


def handshake(stage: Stage) -> None:
    """Two hands of two colours meeting in a handshake."""
    sheet, colours = stage.subject(520, 1.1), stage.colours
    hands = stage.random.choice([(colours.warm, colours.spark), (colours.spark, colours.warm)])
    sleeves = stage.random.choice([(colours.main, colours.dark), (colours.dark, colours.water)])
    if stage.light in {"great disc", "rings"}:
        stage.sheet.fill(box(0, 0, WIDTH, HEIGHT), colours.sky)
        sheet.fill(circle(0, -20, 390), colours.haze)
    else:
        wall(stage)
    _far_hand(sheet, colours, hands[1], sleeves[1])
    _near_hand(sheet, colours, hands, sleeves[0])


def _far_hand(sheet: Sheet, colours: Palette, hand: Ink, sleeve: Ink) -> None:
    arm = path("M 1700 660 L 1700 300 L 338 -58 L 252 178 Z")
    sheet.shaded(arm, sleeve, colours.dark, "bottom")
    sheet.fill(path("M 372 -52 L 322 -64 L 236 172 L 284 188 Z"), colours.paper)
    palm = path(
        "M 322 -64 C 250 -120 190 -150 90 -165 C 20 -170 -60 -120 -80 -60 V 60 "
        "C -20 150 60 200 130 206 C 190 206 220 190 238 172 Z"
    )
    shade = colours.spark if hand == colours.warm else colours.dark
    sheet.shaded(palm, hand, shade, "right", 0.5)


def _near_hand(sheet: Sheet, colours: Palette, hands: tuple[Ink, Ink], sleeve: Ink) -> None:
    arm = path("M -1700 660 L -1700 300 L -338 -58 L -252 178 Z")
    sheet.shaded(arm, sleeve, colours.dark, "bottom")
    sheet.fill(path("M -372 -52 L -322 -64 L -236 172 L -284 188 Z"), colours.paper)
    for x, y in ((-150, 170), (-88, 184), (-26, 186)):
        sheet.fill(capsule((x + 40, y + 50), (x, y - 30), 58), hands[1])
    back = path(
        "M -322 -64 C -250 -120 -160 -160 -60 -150 C 10 -150 60 -120 84 -70 L 10 150 "
        "C -60 180 -180 190 -238 172 Z"
    )
    sheet.fill(back, hands[0])
    for index, length in enumerate((210, 214, 190, 150)):
        start = (34 - index * 22, -84 + index * 64)
        end = (start[0] + length * 0.9, start[1] + length * 0.44)
        sheet.fill(capsule(start, end, 76), colours.dark)
        sheet.fill(capsule(start, end, 64), hands[0])
    sheet.fill(capsule((70, -150), (-90, -70), 74), hands[1])
