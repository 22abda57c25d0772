"""Which inks a picture is printed in."""

from dataclasses import dataclass, replace
from math import cos, radians, sin

Ink = tuple[int, int, int]


def oklch(lightness: float, chroma: float, hue: float) -> Ink:
    a, b = chroma * cos(radians(hue)), chroma * sin(radians(hue))
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        _screen_value(4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short),
        _screen_value(-1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short),
        _screen_value(-0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short),
    )


def _screen_value(light: float) -> int:
    light = min(max(light, 0.0), 1.0)
    encoded = 12.92 * light if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055
    return round(255 * encoded)


def mixed(first: Ink, second: Ink, part: float) -> Ink:
    red, green, blue = (round(a + (b - a) * part) for a, b in zip(first, second, strict=True))
    return red, green, blue


PAPER = oklch(0.985, 0.004, 85)


@dataclass(frozen=True)
class Palette:
    """Inks named by what they print, so that every scene works in every palette."""

    sky: Ink
    haze: Ink
    sun: Ink
    glow: Ink
    far: Ink
    land: Ink
    main: Ink
    dark: Ink
    warm: Ink
    spark: Ink
    water: Ink
    paper: Ink = PAPER

    def reversed(self) -> "Palette":
        """The same inks with ground and sky exchanged."""
        return replace(self, sky=self.land, land=self.sky, haze=mixed(self.land, self.sky, 0.4))


MORNING = Palette(
    sky=PAPER,
    haze=oklch(0.945, 0.018, 238),
    sun=oklch(0.81, 0.145, 80),
    glow=oklch(0.80, 0.075, 240),
    far=oklch(0.80, 0.06, 243),
    land=oklch(0.895, 0.034, 238),
    main=oklch(0.47, 0.13, 255),
    dark=oklch(0.265, 0.065, 259),
    warm=oklch(0.81, 0.145, 80),
    spark=oklch(0.58, 0.155, 35),
    water=oklch(0.73, 0.085, 244),
)
NOON = Palette(
    sky=oklch(0.925, 0.034, 83),
    haze=oklch(0.96, 0.018, 84),
    sun=oklch(0.72, 0.125, 47),
    glow=oklch(0.975, 0.012, 85),
    far=oklch(0.78, 0.05, 235),
    land=oklch(0.845, 0.065, 79),
    main=oklch(0.49, 0.115, 249),
    dark=oklch(0.27, 0.06, 257),
    warm=oklch(0.79, 0.148, 74),
    spark=oklch(0.58, 0.15, 36),
    water=oklch(0.66, 0.085, 238),
)
DUSK = Palette(
    sky=oklch(0.825, 0.135, 80),
    haze=oklch(0.865, 0.115, 84),
    sun=oklch(0.975, 0.02, 88),
    glow=oklch(0.90, 0.115, 92),
    far=oklch(0.73, 0.14, 66),
    land=oklch(0.66, 0.145, 52),
    main=oklch(0.43, 0.12, 257),
    dark=oklch(0.25, 0.065, 261),
    warm=oklch(0.915, 0.10, 93),
    spark=oklch(0.56, 0.165, 34),
    water=oklch(0.53, 0.115, 252),
)
EVENING = Palette(
    sky=oklch(0.70, 0.085, 243),
    haze=oklch(0.75, 0.075, 241),
    sun=oklch(0.95, 0.05, 90),
    glow=oklch(0.82, 0.145, 80),
    far=oklch(0.62, 0.10, 247),
    land=oklch(0.555, 0.115, 250),
    main=oklch(0.375, 0.115, 258),
    dark=oklch(0.225, 0.055, 262),
    warm=oklch(0.82, 0.145, 80),
    spark=oklch(0.60, 0.165, 37),
    water=oklch(0.47, 0.125, 255),
)
PALETTES = (MORNING, NOON, DUSK, EVENING)
