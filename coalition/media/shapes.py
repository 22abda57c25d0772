"""The shapes a picture is cut to; every rendition of the site is one of these."""

from dataclasses import dataclass

MODERN_FORMATS = ("avif", "webp")
FALLBACK_FORMAT = "jpeg"
# What other sites show of a page: a picture, or a card.
SHARED_WIDTH, SHARED_HEIGHT = 1200, 630


@dataclass(frozen=True)
class Shape:
    """How wide a picture is cut, in pixels, and its ratio; `ratio` None keeps the picture's own."""

    widths: tuple[int, ...]
    fallback_width: int
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

    @property
    def fallback_spec(self) -> str:
        return self.spec(self.fallback_width, FALLBACK_FORMAT)

    @property
    def specs(self) -> list[str]:
        """Wagtail's filter specs of all renditions of this shape."""
        modern = [spec for name in MODERN_FORMATS for spec in self.specs_in(name)]
        return [*modern, self.fallback_spec]


# A browser takes the least width that covers its screen: 800 does for a telephone of 400 points of
# two pixels, and cards have 640 already.
SHAPES = {
    "lead": Shape(widths=(640, 800, 960, 1440), fallback_width=960, ratio=(3, 2)),
    "card": Shape(widths=(320, 640), fallback_width=640, ratio=(3, 2)),
    "figure": Shape(widths=(480, 960), fallback_width=960),
    "share": Shape((), SHARED_WIDTH, ratio=(SHARED_WIDTH, SHARED_HEIGHT)),
    "flag": Shape(widths=(), fallback_width=128),
}
