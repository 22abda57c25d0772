"""Words set in the site's own two faces, whatever scripts they mix."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from django.conf import settings
from PIL import ImageDraw, ImageFont, features

LATIN = "A-Za-z\u00c0-\u024f\u1e00-\u1eff"
ARABIC = "\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff"
IN_ARABIC = re.compile(f"[{ARABIC}]")
# From the first letter of the other script to its last; digits stay with the letters before them.
FOREIGN_TO_LATIN = re.compile(f"[{ARABIC}](?:[^{LATIN}]*[{ARABIC}0-9])?")
FOREIGN_TO_ARABIC = re.compile(f"[{LATIN}](?:[^{ARABIC}]*[{LATIN}0-9])?")

SERIF = "coalition-serif.woff2"
NASKH = "coalition-naskh.woff2"
REGULAR, SEMIBOLD, BOLD = 400, 600, 700
NO_CHARACTER = "\uffff"


class CannotSet(Exception):
    """Arabic letters would stand apart: Pillow finds no FriBiDi on this machine."""


@dataclass(frozen=True)
class Type:
    """How a text looks."""

    size: int
    colour: str
    is_heavy: bool = False

    def font(self, is_arabic: bool) -> ImageFont.FreeTypeFont:
        if is_arabic:
            return _font(NASKH, BOLD if self.is_heavy else REGULAR, self.size)
        return _font(SERIF, SEMIBOLD if self.is_heavy else REGULAR, self.size)


@dataclass(frozen=True)
class Run:
    """Neighbouring characters of one script."""

    text: str
    is_arabic: bool

    def length(self, style: Type) -> float:
        return style.font(self.is_arabic).getlength(self.text, direction=self._direction)

    def draw(
        self,
        sheet: ImageDraw.ImageDraw,
        place: tuple[float, float],
        style: Type,
        *,
        anchor: str,
    ) -> None:
        sheet.text(
            place,
            self.text,
            fill=style.colour,
            font=style.font(self.is_arabic),
            anchor=anchor,
            direction=self._direction,
        )

    @property
    def _direction(self) -> str | None:
        if not can_join_letters():
            return None
        return "rtl" if self.is_arabic else "ltr"


@cache
def can_join_letters() -> bool:
    """Whether Pillow can set Arabic: its wheel brings Raqm, the machine must bring FriBiDi."""
    return bool(features.check("raqm") and features.check("fribidi"))


def runs(text: str, *, is_rtl: bool) -> list[Run]:
    """The text in pieces of one script each, in reading order; what no face has is left out."""
    if IN_ARABIC.search(text) and not can_join_letters():
        raise CannotSet
    return [run for run in _runs(text.replace("\u202f", "\u00a0"), is_rtl) if run.text]


def length(text: str, style: Type, *, is_rtl: bool) -> float:
    return sum(run.length(style) for run in runs(text, is_rtl=is_rtl))


def draw_line(
    sheet: ImageDraw.ImageDraw,
    place: tuple[float, float],
    text: str,
    style: Type,
    *,
    is_rtl: bool,
) -> None:
    """Set a line from its beginning, which in Arabic is its right end, on this baseline."""
    x, y = place
    for run in runs(text, is_rtl=is_rtl):
        run.draw(sheet, (x, y), style, anchor="rs" if is_rtl else "ls")
        x += run.length(style) * (-1 if is_rtl else 1)


def broken(text: str, style: Type, width: float, *, is_rtl: bool) -> list[str]:
    """The text in the fewest lines that fit, of lengths as even as they can be."""
    words = text.split(" ")
    lines = _filled(words, style, width, is_rtl)
    for narrower in (width * percent / 100 for percent in range(95, 45, -5)):
        closer = _filled(words, style, narrower, is_rtl)
        if len(closer) > len(lines):
            break
        lines = closer
    return lines


def _filled(words: list[str], style: Type, width: float, is_rtl: bool) -> list[str]:
    lines = [words[0]]
    for word in words[1:]:
        longer = f"{lines[-1]} {word}"
        if length(longer, style, is_rtl=is_rtl) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _runs(text: str, is_rtl: bool) -> Iterator[Run]:
    pattern = FOREIGN_TO_ARABIC if is_rtl else FOREIGN_TO_LATIN
    end = 0
    for foreign in pattern.finditer(text):
        yield _known(text[end : foreign.start()], is_rtl)
        yield _known(foreign.group(), not is_rtl)
        end = foreign.end()
    yield _known(text[end:], is_rtl)


def _known(text: str, is_arabic: bool) -> Run:
    return Run("".join(sign for sign in text if _is_drawn(sign, is_arabic)), is_arabic)


@cache
def _is_drawn(sign: str, is_arabic: bool) -> bool:
    """Whether a face has this character; for one it lacks, it draws the same box every time."""
    font = Type(24, "black").font(is_arabic)
    return bytes(font.getmask(sign)) != bytes(font.getmask(NO_CHARACTER))


@cache
def _font(name: str, weight: int, size: int) -> ImageFont.FreeTypeFont:
    font = ImageFont.truetype(settings.BASE_DIR / "static" / "fonts" / name, size)
    font.set_variation_by_axes([weight])
    return font
