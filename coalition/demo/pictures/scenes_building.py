"""What industry looks like: a factory, a dam."""

from coalition.demo.pictures.backdrop import open_air
from coalition.demo.pictures.palette import Palette
from coalition.demo.pictures.shapes import STROKE_SPANS, box, capsule, path
from coalition.demo.pictures.sheet import Sheet
from coalition.demo.pictures.stage import Stage


def factory(stage: Stage) -> None:
    """A factory building: saw-tooth roofs, tall chimneys, lit windows, crates in the yard."""
    open_air(stage, 740)
    sheet, colours = stage.subject(830, 1.1), stage.colours
    heights = stage.random.choice([(560, 460), (580,), (470, 570), (520, 440, 360)])
    for index, height in enumerate(heights):
        _chimney(sheet.placed(-370 + index * 120, -80), colours, height)
    for tooth in range(4):
        _bay(sheet.placed(-300 + tooth * 200, 0), colours)
    _hall(sheet, colours)
    for x, y, size in ((-560, 70, 110), (-430, 80, 84), (-545, -40, 90)):
        _crate(sheet.placed(x + stage.random.uniform(-10, 10), y), colours, size)


def _chimney(sheet: Sheet, colours: Palette, height: float) -> None:
    stack = path(f"M -44 0 L -30 {-height} H 30 L 44 0 Z")
    sheet.shaded(stack, colours.spark, colours.dark, "right")
    for drop in (0, 60):
        sheet.fill(box(-34, drop - height, 68, 24), colours.paper)
    sheet.fill(box(-40, -height - 16, 80, 22), colours.dark)
    for index, length in enumerate((90, 190, 130)):
        y = -height - 60 - index * 40
        sheet.fill(capsule((index * 46, y), (index * 46 + length, y), 34), colours.haze)


def _bay(sheet: Sheet, colours: Palette) -> None:
    sheet.fill(path("M 0 -300 L 170 -440 H 200 V -300 Z"), colours.dark)
    sheet.grain(path("M 0 -300 L 170 -440 V -300 Z"), colours.main, "left", 0.8)
    sheet.fill(box(176, -420, 16, 110), colours.warm)


def _hall(sheet: Sheet, colours: Palette) -> None:
    sheet.shaded(box(-300, -304, 800, 304), colours.main, colours.dark, "right")
    for column in range(6):
        for row in range(2):
            sheet.fill(box(-260 + column * 84, -260 + row * 70, 60, 52), colours.warm)
    sheet.fill(box(280, -220, 170, 220), colours.paper)
    for row in range(6):
        sheet.fill(box(280, -190 + row * 36, 170, 5), colours.far)
    sheet.emblem(-20, -34, 76, colours.paper)
    sheet.fill(box(-320, -10, 840, 22), colours.dark)


def _crate(sheet: Sheet, colours: Palette, size: float) -> None:
    sheet.fill(box(0, -size, size, size), colours.warm)
    sheet.line([(8, -8), (size - 8, -size + 8)], colours.spark, 9)
    for y in (-size, -14):
        sheet.fill(box(0, y, size, 14), colours.spark)


def dam(stage: Stage) -> None:
    """A dam between hills; water leaves it in five streams."""
    open_air(stage, 400)
    sheet, colours = stage.subject(1000), stage.colours
    ridge = path(
        "M -1700 -600 Q -1200 -800 -700 -630 Q -300 -740 100 -640 "
        "Q 700 -820 1300 -680 V -500 H -1700 Z"
    )
    sheet.fill(ridge, colours.far)
    face = path("M -700 -580 H 700 L 560 40 H -560 Z")
    sheet.shaded(face, colours.paper, colours.water, "right", 0.9)
    for y in (-520, -508):
        sheet.fill(box(-700, y, 1400, 5), colours.far)
    pool = path("M -900 80 V -80 Q -560 -140 -300 -122 H 300 Q 560 -140 900 -80 V 80 Z")
    sheet.shaded(pool, colours.water, colours.main, "bottom", 0.8)
    _streams(sheet, colours)
    _crest(sheet, stage)
    _banks(sheet, colours)


def _streams(sheet: Sheet, colours: Palette) -> None:
    for index, (foot, head) in enumerate(STROKE_SPANS):
        x, foam = -388 + index * 168, -140 + 96 * (head - foot)
        sheet.fill(box(x - 14, -460, 128, 348), colours.dark)
        sheet.fill(box(x, -380, 100, 380 + foam), colours.water)
        for thread, start in ((12, -356), (46, -300), (78, -366)):
            sheet.fill(box(x + thread, start, 10, foam - start), colours.paper)
        sheet.fill(capsule((x - 14, foam), (x + 114, foam), 40), colours.paper)


def _crest(sheet: Sheet, stage: Stage) -> None:
    colours = stage.colours
    sheet.fill(box(-800, -606, 1600, 36), colours.dark)
    for index in range(6):
        sheet.fill(box(-456 + index * 168, -690, 40, 90), colours.spark)
    sheet.fill(box(-470, -706, 908, 24), colours.dark)
    tower = stage.random.choice([-620, 500])
    sheet.shaded(box(tower, -760, 110, 160), colours.paper, colours.far, "right", 0.8)
    sheet.fill(box(tower - 10, -776, 130, 22), colours.spark)
    sheet.fill(box(tower + 24, -720, 62, 40), colours.dark)


def _banks(sheet: Sheet, colours: Palette) -> None:
    near = path(
        "M -1700 80 V -640 C -1300 -760 -960 -720 -760 -630 C -690 -600 -660 -540 -640 -460 "
        "C -600 -300 -560 -120 -430 80 Z"
    )
    far = path(
        "M 1300 80 V -720 C 1050 -760 860 -690 760 -630 C 690 -590 670 -540 640 -440 "
        "C 590 -280 560 -100 430 80 Z"
    )
    sheet.shaded(near, colours.warm, colours.spark, "right", 0.8)
    sheet.shaded(far, colours.warm, colours.spark, "left", 0.8)
