"""The shapes a picture is cut to; every rendition of the site is one of these."""

from dataclasses import dataclass
from functools import cached_property

MODERN_FORMATS = ("avif", "webp")
FALLBACK_FORMAT = "jpeg"
# What other sites show of a page: a picture, or a card.
SHARED_WIDTH, SHARED_HEIGHT = 1200, 630
# Where a picture may stand in a crop of its own; `figure.css` keeps room for it.
NARROW_SCREEN = "(max-width: 39.99em)"


@dataclass(frozen=True, kw_only=True)
class Crop:
    """How wide a picture is cut, in pixels, and its ratio; `ratio` None keeps the picture's own."""

    widths: tuple[int, ...] = ()
    ratio: tuple[int, int] | None = None

    def operation(self, width: int) -> str:
        if self.ratio is None:
            return f"width-{width}"
        across, down = self.ratio
        return f"fill-{width}x{round(width * down / across)}"

    def spec(self, width: int, image_format: str) -> str:
        return f"{self.operation(width)}|format-{image_format}"

    def specs_in(self, image_format: str) -> list[str]:
        return [self.spec(width, image_format) for width in self.widths]


@dataclass(frozen=True, kw_only=True)
class Shape(Crop):
    """A crop with one file for every browser, and with another crop where screens are narrow."""

    fallback_width: int
    on_narrow: Crop | None = None

    @property
    def crops(self) -> dict[str, Crop]:
        """By the screens for which they are; a browser takes the first that fits."""
        return {NARROW_SCREEN: self.on_narrow, "": self} if self.on_narrow else {"": self}

    @property
    def fallback_spec(self) -> str:
        return self.spec(self.fallback_width, FALLBACK_FORMAT)

    @cached_property
    def specs(self) -> list[str]:
        """Wagtail's filter specs of all renditions of this shape."""
        crops = self.crops.values()
        modern = [spec for crop in crops for name in MODERN_FORMATS for spec in crop.specs_in(name)]
        return [*modern, self.fallback_spec]


# A browser takes the least width that covers its place: for a telephone of 360 points of two pixels
# 672 does in the margins of a page and 720 without them, for one of three 1008; cards have 640.
SHAPES = {
    "lead": Shape(
        widths=(800, 960, 1440),
        fallback_width=960,
        ratio=(3, 2),
        on_narrow=Crop(widths=(672, 1008), ratio=(4, 3)),
    ),
    "card": Shape(widths=(320, 640), fallback_width=640, ratio=(3, 2)),
    "figure": Shape(widths=(480, 720, 960), fallback_width=960),
    "share": Shape(fallback_width=SHARED_WIDTH, ratio=(SHARED_WIDTH, SHARED_HEIGHT)),
    "flag": Shape(fallback_width=128),
}
