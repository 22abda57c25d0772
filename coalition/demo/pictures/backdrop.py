"""What stands behind a subject: the open air, or a wall and a table, in one of four lights."""

from coalition.demo.pictures.shapes import (
    LEAN,
    Shape,
    arc,
    arc_band,
    box,
    capsule,
    circle,
    leaning_bar,
)
from coalition.demo.pictures.stage import HEIGHT, WIDTH, Stage


def open_air(stage: Stage, horizon: float) -> None:
    """Sky, light and level ground."""
    colours, sheet, random = stage.colours, stage.sheet, stage.random
    sheet.fill(box(0, 0, WIDTH, HEIGHT), colours.sky)
    x, y, radius = stage.open_side + random.uniform(-90, 90), random.uniform(200, 300), 110.0
    if stage.light == "great disc":
        x, y, radius = stage.centre + random.uniform(-260, 200), horizon - 110, 285
    elif stage.light == "beams":
        _beams(stage, horizon)
    elif stage.light == "rings":
        x, y = stage.centre + random.uniform(-200, 200), horizon - 60
        _rings(stage, x, y)
    sheet.fill(circle(x, y, radius), colours.sun)
    _clouds(stage, horizon)
    _ground(stage, horizon)


def indoors(stage: Stage, table: float) -> None:
    """A wall with light on it, and a table or floor from `table` down."""
    table += stage.random.uniform(-30, 30)
    wall(stage, table)
    _ground(stage, table)


def wall(stage: Stage, foot: float = HEIGHT) -> None:
    """A plain wall with light on it."""
    stage.sheet.fill(box(0, 0, WIDTH, HEIGHT), stage.colours.sky)
    if stage.light == "great disc":
        x = stage.centre + stage.random.uniform(-170, 100)
        stage.sheet.fill(circle(x, min(foot, 800) - 320, 360), stage.colours.sun)
    elif stage.light == "high sun":
        _window(stage)
    elif stage.light == "rings":
        _niche(stage, foot)
    else:
        _beams(stage, foot)


def _ground(stage: Stage, top: float) -> None:
    ground = box(0, top, WIDTH, HEIGHT - top)
    stage.sheet.fill(ground, stage.colours.land)
    stage.sheet.grain(ground, stage.colours.far, stage.random.choice(["top", "bottom"]), 0.5)


def _beams(stage: Stage, foot: float) -> None:
    start = stage.open_side + stage.random.uniform(-520, -360)
    beams = [leaning_bar(start + 150 * index, foot, foot + 40, 84) for index in range(5)]
    stage.sheet.fill_all(beams, stage.colours.haze)


def _rings(stage: Stage, x: float, y: float) -> None:
    for radius in (225, 345, 465):
        ring = arc_band(x, y, (radius, radius), (radius - 46, radius - 46))
        stage.sheet.fill(ring, stage.colours.haze)


def _clouds(stage: Stage, horizon: float) -> None:
    for _ in range(stage.random.randint(1, 3)):
        x, y = stage.random.uniform(-60, 1450), stage.random.uniform(110, horizon - 240)
        length = stage.random.uniform(150, 380)
        for shift, drop, weight in ((0, 0, 20), (70, 32, 14)):
            bar = capsule((x + shift, y + drop), (x + shift + length, y + drop), weight)
            stage.sheet.fill(bar, stage.colours.haze)


def _window(stage: Stage) -> None:
    """Four panes of light thrown aslant on the wall."""
    start = stage.open_side + stage.random.uniform(-240, -120)
    for column in range(2):
        for row in range(2):
            pane = _pane(start + column * 200 - row * 250 * LEAN, 120 + row * 250)
            stage.sheet.fill(pane, stage.colours.haze)


def _pane(x: float, y: float) -> Shape:
    width, height = 180, 230
    shift = height * LEAN
    return [(x + shift, y), (x + shift + width, y), (x + width, y + height), (x, y + height)]


def _niche(stage: Stage, foot: float) -> None:
    """A round-headed niche in the wall, with a ring of light about it."""
    x = stage.centre + stage.random.uniform(-120, 60)
    for half, ink in ((430, stage.colours.haze), (370, stage.colours.sun)):
        head = arc(x, 440, half, half * 0.9, 180, 360)
        stage.sheet.fill([*head, (x + half, foot), (x - half, foot)], ink)
