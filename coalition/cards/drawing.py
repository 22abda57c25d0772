"""Draws a page's card: whose page it is, what it is called, and of which day."""

from dataclasses import astuple, dataclass
from hashlib import sha256
from io import BytesIO

from PIL import Image, ImageDraw

from coalition.cards.strokes import mark, pattern
from coalition.cards.typesetting import Type, broken, draw_line
from coalition.media.shapes import SHARED_HEIGHT as HEIGHT
from coalition.media.shapes import SHARED_WIDTH as WIDTH

BAND_WIDTH = 324
MARGIN = 72
MEASURE = WIDTH - BAND_WIDTH - 2 * MARGIN
PAPER, INK, MUTED = "#fbfaf7", "#0f1b2b", "#4f5966"

MARK_SIZE = 46
NAME = Type(27, INK, is_heavy=True)
FOOT = Type(27, MUTED)
# The largest of these at which a title fits, and how many lines of it there is room for.
TITLES = [(84, 2), (68, 4), (60, 4), (54, 5), (46, 6), (40, 7)]
LEADING, ARABIC_LEADING = 1.16, 1.42
MIDDLE = 308

SHADES = 96

# Another drawing of the same words is another card.
EDITION = "2"


@dataclass(frozen=True)
class CardWords:
    """All that a card says. Who puts a number among it must have it drawn anew in time."""

    site_name: str
    title: str
    foot: str
    is_rtl: bool
    pattern: int

    @property
    def fingerprint(self) -> str:
        return sha256(repr((EDITION, *astuple(self))).encode()).hexdigest()


def draw_card(words: CardWords) -> bytes:
    """The card as a PNG file."""
    sheet = Image.new("RGB", (WIDTH, HEIGHT), PAPER)
    band = pattern(words.pattern, BAND_WIDTH, HEIGHT, is_rtl=words.is_rtl)
    sheet.paste(band, (0 if words.is_rtl else WIDTH - BAND_WIDTH, 0))
    pen = ImageDraw.Draw(sheet)
    _draw_name(sheet, pen, words)
    _draw_title(pen, words)
    if words.foot:
        _draw_foot(pen, words)
    file = BytesIO()
    # A few shades are all that is drawn: half the bytes, in half the time.
    sheet.quantize(SHADES, Image.Quantize.FASTOCTREE).save(file, "PNG")
    return file.getvalue()


def _draw_name(sheet: Image.Image, pen: ImageDraw.ImageDraw, words: CardWords) -> None:
    sign = mark(MARK_SIZE, INK, PAPER, is_rtl=words.is_rtl)
    sheet.paste(sign, (WIDTH - MARGIN - MARK_SIZE if words.is_rtl else MARGIN, MARGIN - 8))
    indent = MARK_SIZE + 18
    place = (_edge(words, indent), MARGIN + 26)
    draw_line(pen, place, words.site_name, NAME, is_rtl=words.is_rtl)


def _draw_title(pen: ImageDraw.ImageDraw, words: CardWords) -> None:
    style, lines = _set_title(words)
    leading = style.size * (ARABIC_LEADING if words.is_rtl else LEADING)
    baseline = MIDDLE - leading * (len(lines) - 1) / 2 + style.size * 0.34
    for line in lines:
        draw_line(pen, (_edge(words), baseline), line, style, is_rtl=words.is_rtl)
        baseline += leading


def _set_title(words: CardWords) -> tuple[Type, list[str]]:
    for size, room in TITLES:
        style = Type(size, INK, is_heavy=True)
        lines = broken(words.title, style, MEASURE, is_rtl=words.is_rtl)
        if len(lines) <= room - words.is_rtl:
            return style, lines
    return style, [*lines[: room - 2], f"{lines[room - 2]}…"]


def _draw_foot(pen: ImageDraw.ImageDraw, words: CardWords) -> None:
    start, end = sorted((_edge(words), _edge(words, MEASURE)))
    pen.rectangle((start, HEIGHT - MARGIN - 56, end, HEIGHT - MARGIN - 54), fill=INK)
    place = (_edge(words), HEIGHT - MARGIN - 4)
    draw_line(pen, place, words.foot, FOOT, is_rtl=words.is_rtl)


def _edge(words: CardWords, indent: int = 0) -> int:
    """So far from where the words' lines begin: the left margin, in Arabic the right one."""
    return WIDTH - MARGIN - indent if words.is_rtl else MARGIN + indent
