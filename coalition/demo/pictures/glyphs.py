"""Which letters can be cut from circles and squares: Latin and Arabic, with no font."""

from collections.abc import Callable

from coalition.demo.pictures.palette import Ink
from coalition.demo.pictures.shapes import arc, arc_band, box, circle, path, turned
from coalition.demo.pictures.sheet import Sheet

Glyph = Callable[[Sheet, Ink, Ink], None]


def _letter_a(tile: Sheet, ink: Ink, ground: Ink) -> None:
    tile.fill(path("M -118 112 L 0 -118 L 118 112 Z"), ink)
    tile.fill(path("M -36 112 L 0 40 L 36 112 Z"), ground)


def _letter_b(tile: Sheet, ink: Ink, ground: Ink) -> None:
    tile.fill(box(-88, -115, 80, 230), ink)
    tile.fill(arc(-10, -58, 84, 57, -90, 90), ink)
    tile.fill(arc(-10, 57, 104, 58, -90, 90), ink)


def _letter_c(tile: Sheet, ink: Ink, ground: Ink) -> None:
    tile.fill(arc_band(16, 0, (116, 116), (46, 46), 50, 310), ink)


def _letter_d(tile: Sheet, ink: Ink, ground: Ink) -> None:
    tile.fill(arc(-74, 0, 166, 115, -90, 90), ink)
    tile.fill(arc(-24, 0, 56, 44, -90, 90), ground)


def _letter_e(tile: Sheet, ink: Ink, ground: Ink) -> None:
    for y in (-115, -29, 57):
        tile.fill(box(-84, y, 168, 58), ink)
    tile.fill(box(-84, -115, 66, 230), ink)


def _letter_m(tile: Sheet, ink: Ink, ground: Ink) -> None:
    tile.fill(box(-122, -110, 244, 220), ink)
    tile.fill(path("M -50 -110 H 50 L 0 -10 Z"), ground)
    tile.fill(path("M -56 110 V 0 L -8 110 Z"), ground)
    tile.fill(path("M 56 110 V 0 L 8 110 Z"), ground)


def _letter_r(tile: Sheet, ink: Ink, ground: Ink) -> None:
    tile.fill(box(-88, -115, 74, 230), ink)
    tile.fill(arc(-16, -47, 108, 68, -90, 90), ink)
    tile.fill(path("M -14 0 H 40 L 108 115 H 22 Z"), ink)


def _letter_o(tile: Sheet, ink: Ink, ground: Ink) -> None:
    tile.fill(circle(0, 0, 118), ink)
    tile.fill(circle(0, 0, 44), ground)


def _letter_ba(tile: Sheet, ink: Ink, ground: Ink) -> None:
    tile.fill(arc_band(0, -46, (126, 104), (76, 46), 0, 180), ink)
    tile.fill(turned(box(-24, 82, 48, 48), 45, (0, 106)), ink)


def _letter_nun(tile: Sheet, ink: Ink, ground: Ink) -> None:
    tile.fill(arc_band(0, -8, (116, 124), (62, 66), 0, 180), ink)
    tile.fill(turned(box(-26, -80, 52, 52), 45, (0, -54)), ink)


def _letter_waw(tile: Sheet, ink: Ink, ground: Ink) -> None:
    tile.fill(circle(14, -44, 70), ink)
    tile.fill(circle(14, -44, 25), ground)
    tile.fill(path("M 84 -50 C 94 64 20 126 -104 120 V 70 C -20 74 40 40 34 0 Z"), ink)


def _letter_lam(tile: Sheet, ink: Ink, ground: Ink) -> None:
    tile.fill(box(46, -128, 54, 170), ink)
    tile.fill(arc_band(-8, 36, (108, 90), (54, 38), 0, 180), ink)


def _letter_dal(tile: Sheet, ink: Ink, ground: Ink) -> None:
    tile.fill(path("M -24 -112 C 60 -70 96 0 88 100 H -96 V 46 H 34 C 30 0 0 -44 -56 -72 Z"), ink)


def _letter_mim(tile: Sheet, ink: Ink, ground: Ink) -> None:
    tile.fill(circle(24, -40, 82), ink)
    tile.fill(circle(24, -40, 28), ground)
    tile.fill(path("M 24 -12 V 42 H -40 V 132 H -98 V 10 Q -98 -12 -70 -12 Z"), ink)


def _letter_ha(tile: Sheet, ink: Ink, ground: Ink) -> None:
    hook = path(
        "M -112 -104 H 108 V -50 C 20 -40 -44 -20 -54 30 H -112 C -108 -20 -80 -44 -44 -52 H -112"
    )
    tile.fill(hook, ink)
    tile.fill(arc_band(10, 28, (122, 98), (64, 46), 20, 180), ink)


LATIN: tuple[Glyph, ...] = (
    _letter_a,
    _letter_b,
    _letter_c,
    _letter_d,
    _letter_e,
    _letter_m,
    _letter_o,
    _letter_r,
)
ARABIC: tuple[Glyph, ...] = (
    _letter_ba,
    _letter_dal,
    _letter_ha,
    _letter_lam,
    _letter_mim,
    _letter_nun,
    _letter_waw,
)
