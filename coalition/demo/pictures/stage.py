"""Where a scene is played: inks, light and layout, all chosen by the picture's key."""

from dataclasses import dataclass, replace
from random import Random
from typing import Literal

from coalition.demo.pictures.palette import PALETTES, Palette
from coalition.demo.pictures.sheet import Sheet

WIDTH, HEIGHT = 1600, 1000
# Dice thrown until the demo's own pictures of one scene differed in ink and light.
EDITION = 11913

Light = Literal["great disc", "high sun", "beams", "rings"]
LIGHTS: tuple[Light, ...] = ("great disc", "high sun", "beams", "rings")


@dataclass(frozen=True)
class Layout:
    """What a key decides for any scene."""

    colours: Palette
    light: Light
    mirrored: bool
    centre: float
    scale: float


@dataclass(frozen=True)
class Stage(Layout):
    """A layout, the sheet it is drawn on, and dice for the scene's own details."""

    sheet: Sheet
    random: Random

    def subject(self, base: float, scale: float = 1) -> Sheet:
        """A sheet whose origin is the middle of the subject's foot."""
        scale *= self.scale
        return self.sheet.placed(self.centre, base, scale, mirrored=self.mirrored)

    @property
    def open_side(self) -> float:
        """The x of the emptier side of the stage, where the light comes from."""
        return 1340 if self.mirrored else 330


def choose_layout(key: str) -> Layout:
    random = Random(f"{EDITION}: {key}")
    colours, light = _choose_palette(random), random.choice(LIGHTS)
    mirrored = random.random() < 0.5
    return Layout(
        colours=colours,
        light=light,
        mirrored=mirrored,
        centre=random.uniform(850, 930) if mirrored else random.uniform(900, 990),
        scale=random.uniform(0.94, 1.06),
    )


def set_stage(key: str, sheet: Sheet) -> Stage:
    return Stage(**vars(choose_layout(key)), sheet=sheet, random=Random(f"{key}: details"))


def _choose_palette(random: Random) -> Palette:
    palette = random.choice(PALETTES)
    if random.random() < 0.45:
        palette = palette.reversed()
    return replace(palette, sun=random.choice([palette.sun, palette.sun, palette.glow]))
