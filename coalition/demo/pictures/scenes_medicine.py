"""What care looks like: a vial and drops."""

from coalition.demo.pictures.backdrop import indoors
from coalition.demo.pictures.palette import Palette
from coalition.demo.pictures.shapes import box, capsule, circle, ellipse, moved, path, scaled
from coalition.demo.pictures.sheet import Sheet
from coalition.demo.pictures.stage import Stage


def medicine(stage: Stage) -> None:
    """A medicine vial, smaller bottles, and drops falling from a dropper."""
    indoors(stage, 720)
    sheet, colours = stage.subject(870), stage.colours
    sheet.hatch(path("M -120 0 H 250 L 480 -130 H 120 Z"), colours.main, 16, 0.3)
    _vial(sheet.placed(70, 0), stage)
    for index in range(stage.random.randint(1, 2)):
        _small_bottle(sheet.placed(370 + index * 150, 30 - index * 40), colours)
    for radius, ink in ((110, colours.water), (84, colours.land), (56, colours.water)):
        sheet.fill(ellipse(-300, 36, radius, radius * 0.26), ink)
    _dropper(sheet.placed(-300, -400), colours)


def _vial(sheet: Sheet, stage: Stage) -> None:
    colours = stage.colours
    glass = path(
        "M -95 -560 H 95 V -500 Q 95 -470 140 -440 Q 190 -410 190 -340 V -30 Q 190 0 160 0 "
        "H -160 Q -190 0 -190 -30 V -340 Q -190 -410 -140 -440 Q -95 -470 -95 -500 Z"
    )
    ink, cap = stage.random.choice([(colours.main, colours.spark), (colours.spark, colours.main)])
    sheet.shaded(glass, ink, colours.dark, "right", 0.85)
    sheet.fill(box(-118, -650, 236, 110, 14), colours.dark)
    sheet.fill(box(-118, -650, 236, 44, 12), cap)
    sheet.fill(box(-160, -330, 320, 250), colours.paper)
    sheet.emblem(0, -150, 150, ink)
    sheet.fill(box(-160, -110, 320, 14), colours.warm)
    sheet.fill(capsule((-160, -370), (-118, -424), 16), colours.haze)


def _small_bottle(sheet: Sheet, colours: Palette) -> None:
    sheet.fill(box(-60, -190, 120, 190, 20), colours.dark)
    sheet.fill(box(-60, -140, 120, 84), colours.paper)
    sheet.fill(box(-42, -244, 84, 64, 8), colours.spark)
    sheet.line([(-36, -100), (20, -100)], colours.main, 12)


def _dropper(sheet: Sheet, colours: Palette) -> None:
    drop = path(
        "M 0 -70 C 16 -30 46 -6 46 26 C 46 52 26 72 0 72 "
        "C -26 72 -46 52 -46 26 C -46 -6 -16 -30 0 -70 Z"
    )
    for y, size in ((20, 0.62), (170, 0.8), (330, 1.0)):
        sheet.fill(moved(scaled(drop, size), 0, y), colours.main)
        sheet.fill(moved(scaled(circle(-16, 30, 10), size), 0, y), colours.paper)
    sheet.fill(path("M -14 -60 L -26 -190 H 26 L 14 -60 Z"), colours.dark)
    sheet.fill(box(-34, -330, 68, 150, 10), colours.paper)
    sheet.hatch(box(-34, -330, 68, 150, 10), colours.main, 14, 0.35)
    sheet.fill(box(-52, -346, 104, 26, 8), colours.dark)
    bulb = path("M -44 -346 C -80 -440 -60 -520 0 -520 C 60 -520 80 -440 44 -346 Z")
    sheet.shaded(bulb, colours.spark, colours.dark, "right", 0.5)
