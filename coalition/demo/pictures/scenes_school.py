"""What learning looks like: a classroom, a book."""

from coalition.demo.pictures.backdrop import indoors
from coalition.demo.pictures.glyphs import ARABIC, LATIN
from coalition.demo.pictures.palette import Palette
from coalition.demo.pictures.shapes import box, circle, path
from coalition.demo.pictures.sheet import Sheet
from coalition.demo.pictures.stage import Stage


def classroom(stage: Stage) -> None:
    """A classroom: pupils seen from behind in rows of desks, letters on the board."""
    indoors(stage, 640)
    sheet = stage.subject(640)
    _board(sheet, stage)
    for x in (-420, 0, 420):
        _pupil(sheet.placed(x, 120, 0.72), stage)
    for x in (-640, -120, 400):
        _pupil(sheet.placed(x, 330, 1.05), stage)


def _board(sheet: Sheet, stage: Stage) -> None:
    colours, random = stage.colours, stage.random
    slate = random.choice([colours.dark, colours.main])
    sheet.fill(box(-440, -520, 880, 420), colours.warm)
    sheet.fill(box(-420, -500, 840, 380), slate)
    places = random.sample((-270, 0, 270), 3)
    random.choice(LATIN)(sheet.upright(places[0], -310), colours.paper, slate)
    random.choice(ARABIC)(sheet.upright(places[1], -310), colours.sun, slate)
    sheet.emblem(places[2], -205, 210, colours.warm)
    sheet.fill(box(-460, -110, 920, 18), colours.spark)


def _pupil(sheet: Sheet, stage: Stage) -> None:
    colours = stage.colours
    coat = stage.random.choice([colours.spark, colours.main, colours.warm])
    sheet.fill(box(-190, -110, 380, 26, 6), colours.paper)
    for x in (-170, 150):
        sheet.fill(box(x, -84, 20, 150), colours.dark)
    if stage.random.random() < 0.3:
        sheet.line([(60, -60), (96, -250)], coat, 40)
        sheet.fill(circle(98, -268, 24), colours.dark)
    back = path("M -96 90 V -70 C -96 -130 -50 -140 0 -140 C 50 -140 96 -130 96 -70 V 90 Z")
    sheet.shaded(back, coat, colours.dark, "right")
    sheet.fill(circle(0, -190, 62), colours.dark)
    sheet.fill(box(-110, 20, 220, 130, 20), colours.far)


def book(stage: Stage) -> None:
    """An open book with five strokes of light rising from it, beside closed books."""
    indoors(stage, 690)
    sheet, colours = stage.subject(850), stage.colours
    has_disc = stage.light in {"great disc", "rings"}
    sheet.emblem(0, -250, 430, colours.main if has_disc else colours.sun)
    _closed_books(sheet, stage)
    for side in (-1, 1):
        _page(sheet.placed(0, 0, mirrored=side > 0), colours)
    sheet.fill(path("M -14 -290 H 14 L 24 60 L 0 36 L -24 60 Z"), colours.spark)


def _closed_books(sheet: Sheet, stage: Stage) -> None:
    colours = stage.colours
    for index in range(stage.random.randint(2, 4)):
        ink = (colours.spark, colours.main, colours.warm, colours.dark)[index]
        left, top = -640 + 14 * (index % 2), -160 - index * 54
        sheet.fill(box(left, top, 240, 50, 6), ink)
        sheet.fill(box(left + 20, top + 12, 212, 26), colours.paper)


def _page(sheet: Sheet, colours: Palette) -> None:
    sheet.fill(path("M 0 -270 L -460 -320 L -560 40 L 0 70 Z"), colours.dark)
    for lift, ink in ((18, colours.paper), (9, colours.far), (0, colours.paper)):
        leaf = path(
            f"M 0 -290 C -110 -390 -300 -380 -440 {lift - 340} L -530 {lift} "
            f"C -370 {lift - 60} -150 -50 0 50 Z"
        )
        sheet.fill(leaf, ink)
    sheet.grain(leaf, colours.far, "right", 0.9)
    for row in range(6):
        y, end = row * 46, -400 - row * 13
        line = f"M -70 {y - 270} C -150 {y - 340} -280 {y - 336} {end} {y - 300}"
        sheet.line(path(line), colours.main, 9)
