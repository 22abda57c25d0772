"""Which part of the stage a picture shows, and where in it the subject stands."""

from typing import NamedTuple

from coalition.demo.pictures.stage import HEIGHT, WIDTH, choose_layout

Size = tuple[int, int]

# The subject's middle height, its width and its height on the stage.
USUAL_SUBJECT = (540, 860, 740)
SUBJECTS = {
    "archway": (480, 760, 800),
    "book": (560, 960, 640),
    "coins": (620, 860, 560),
    "council": (540, 1000, 800),
    "dam": (660, 900, 620),
    "fields": (430, 800, 480),
    "handshake": (500, 1300, 460),
    "laptop": (560, 960, 640),
    "letters": (520, 700, 800),
    "map": (540, 1000, 660),
    "road": (620, 800, 620),
    "tents": (680, 820, 520),
}


class FocalPoint(NamedTuple):
    """The subject's centre and size in the picture's pixels, as Wagtail keeps them."""

    x: int
    y: int
    width: int
    height: int


class Frame(NamedTuple):
    """How many pixels a stage unit takes, and the stage's corner seen from the picture's."""

    scale: float
    left: float
    top: float


def frame(key: str, scene: str, size: Size) -> Frame:
    """Cover the picture with the stage, keeping the subject as near the middle as it can be."""
    scale = max(size[0] / WIDTH, size[1] / HEIGHT)
    middle, _, _ = SUBJECTS.get(scene, USUAL_SUBJECT)
    spare_width, spare_height = WIDTH * scale - size[0], HEIGHT * scale - size[1]
    left = choose_layout(key).centre * scale - size[0] / 2
    top = middle * scale - size[1] / 2
    return Frame(scale, -min(max(left, 0), spare_width), -min(max(top, 0), spare_height))


def focal_point(key: str, scene: str, size: Size = (WIDTH, HEIGHT)) -> FocalPoint:
    scale, left, top = frame(key, scene, size)
    middle, width, height = SUBJECTS.get(scene, USUAL_SUBJECT)
    x, y = choose_layout(key).centre * scale + left, middle * scale + top
    half_width = min(width * scale / 2, x, size[0] - x)
    half_height = min(height * scale / 2, y, size[1] - y)
    return FocalPoint(round(x), round(y), int(2 * half_width), int(2 * half_height))
