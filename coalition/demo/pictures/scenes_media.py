"""What telling the news looks like: a laptop, a radio."""

from coalition.demo.pictures.backdrop import indoors
from coalition.demo.pictures.palette import Ink, Palette
from coalition.demo.pictures.shapes import LEAN, arc_band, box, circle, path
from coalition.demo.pictures.sheet import Sheet
from coalition.demo.pictures.stage import Stage


def laptop(stage: Stage) -> None:
    """An open laptop showing a news page, with speech bubbles rising from it."""
    indoors(stage, 720)
    sheet, colours = stage.subject(850), stage.colours
    sheet.hatch(path("M -500 10 H 500 L 640 -80 H 300 Z"), colours.main, 16, 0.3)
    sheet.fill(box(-410, -610, 820, 560, 26), colours.dark)
    _news_page(sheet, colours)
    sheet.fill(path("M -410 -60 H 410 L 530 0 V 20 H -530 V 0 Z"), colours.main)
    sheet.hatch(path("M -360 -50 H 360 L 410 -24 H -410 Z"), colours.dark, 22, 0.6)
    inks = stage.random.sample((colours.spark, colours.warm, colours.water), 3)
    _bubble(sheet.placed(-430, -540), colours, inks[0])
    _bubble(sheet.placed(410, -430, 0.8, mirrored=True), colours, inks[1])
    if stage.random.random() < 0.5:
        _bubble(sheet.placed(-490, -270, 0.6), colours, inks[2])


def _news_page(sheet: Sheet, colours: Palette) -> None:
    sheet.fill(box(-380, -580, 760, 500), colours.paper)
    sheet.fill(box(-380, -580, 760, 50), colours.far)
    sheet.fill(box(-340, -490, 400, 260), colours.main)
    sheet.fill(circle(-60, -330, 90), colours.warm)
    sheet.emblem(-170, -230, 190, colours.haze)
    for row in range(5):
        sheet.fill(box(100, -490 + row * 54, 240 - 60 * (row % 2), 22), colours.far)
    for row in range(2):
        sheet.fill(box(-340, -190 + row * 44, 680 - 200 * row, 18), colours.dark)


def _bubble(sheet: Sheet, colours: Palette, ink: Ink) -> None:
    sheet.fill(box(-150, -110, 300, 180, 30), ink)
    sheet.fill(path("M 40 60 L 110 130 L 110 50 Z"), ink)
    for y, length in ((-66, 200), (-26, 220), (14, 140)):
        sheet.fill(box(-110, y, length, 18), colours.paper)


def radio(stage: Stage) -> None:
    """A portable radio with its aerial up, sending rings of sound."""
    indoors(stage, 700)
    sheet, colours = stage.subject(850), stage.colours
    sheet.hatch(path("M -380 0 H 400 L 560 -110 H 300 Z"), colours.main, 16, 0.3)
    _aerial(sheet, colours)
    sheet.fill(arc_band(0, -400, (250, 90), (226, 66), 180, 360), colours.dark)
    case = stage.random.choice([colours.main, colours.main, colours.spark])
    sheet.shaded(box(-410, -420, 820, 420, 44), case, colours.dark, "right", 0.8)
    _loudspeaker(sheet.placed(-190, -210), stage)
    _dial(sheet.placed(190, -210), colours, stage.random.uniform(-130, 130))


def _aerial(sheet: Sheet, colours: Palette) -> None:
    tip = (300 + 250 * LEAN, -650)
    for radius in (66, 112, 158):
        for start in (-40, 140):
            ring = arc_band(*tip, (radius, radius), (radius - 18, radius - 18), start, start + 80)
            sheet.fill(ring, colours.spark)
    sheet.line([(300, -400), tip], colours.dark, 10)
    sheet.fill(circle(*tip, 16), colours.spark)


def _loudspeaker(sheet: Sheet, stage: Stage) -> None:
    colours = stage.colours
    sheet.fill(circle(0, 0, 166), colours.dark)
    sheet.fill(circle(0, 0, 146), colours.warm)
    if stage.random.random() < 0.5:
        sheet.hatch(circle(0, 0, 146), colours.dark, 24, 0.45)
    else:
        for radius in (126, 92, 58):
            ring = arc_band(0, 0, (radius, radius), (radius - 14, radius - 14))
            sheet.fill(ring, colours.dark)
    sheet.fill(circle(0, 0, 40), colours.dark)


def _dial(sheet: Sheet, colours: Palette, needle: float) -> None:
    sheet.fill(box(-170, -150, 340, 130, 12), colours.paper)
    for tick in range(13):
        height = 44 if tick % 3 == 0 else 24
        sheet.fill(box(-146 + tick * 24, -130, 5, height), colours.dark)
    sheet.fill(box(needle, -140, 9, 110), colours.spark)
    for x in (-110, 0, 110):
        sheet.fill(circle(x, 80, 46), colours.dark)
        sheet.line([(x, 80), (x + 12, 46)], colours.warm, 9)
