"""What the demo's stories look like: our own drawings, one for each key."""

from collections.abc import Callable
from io import BytesIO
from random import Random

from PIL import Image

from coalition.demo.pictures import (
    scenes_affairs,
    scenes_archway,
    scenes_building,
    scenes_city,
    scenes_land,
    scenes_letters,
    scenes_media,
    scenes_medicine,
    scenes_meeting,
    scenes_school,
    scenes_tools,
    scenes_wall,
    scenes_work,
)
from coalition.demo.pictures.framing import FocalPoint, Size, focal_point, frame
from coalition.demo.pictures.sheet import blank_sheet
from coalition.demo.pictures.stage import HEIGHT, WIDTH, Stage, set_stage

__all__ = ["FORMAT", "SCENES", "FocalPoint", "draw", "focal_point"]

# Grain costs PNG four times as much; full colour resolution keeps the inks' edges clean.
FORMAT = "JPEG"
QUALITY = 88

SCENES: dict[str, Callable[[Stage], None]] = {
    "sewing": scenes_work.sewing,
    "factory": scenes_building.factory,
    "wall": scenes_wall.wall,
    "baskets": scenes_work.baskets,
    "ministers": scenes_meeting.ministers,
    "council": scenes_meeting.council,
    "medicine": scenes_medicine.medicine,
    "classroom": scenes_school.classroom,
    "letters": scenes_letters.letters,
    "river-city": scenes_city.river_city,
    "desert": scenes_land.desert,
    "dam": scenes_building.dam,
    "map": scenes_affairs.chart,
    "radio": scenes_media.radio,
    "coins": scenes_affairs.coins,
    "justice": scenes_affairs.justice,
    "handshake": scenes_meeting.handshake,
    "fields": scenes_land.fields,
    "road": scenes_land.road,
    "archway": scenes_archway.archway,
    "tents": scenes_land.tents,
    "tools": scenes_tools.tools,
    "laptop": scenes_media.laptop,
    "book": scenes_school.book,
}


def draw(key: str, scene: str, size: Size = (WIDTH, HEIGHT)) -> bytes:
    """Draw a scene as this key sees it: the same key and size always give the same bytes."""
    scale, left, top = frame(key, scene, size)
    sheet = blank_sheet(size, Random(f"{key}: grain"))
    SCENES[scene](set_stage(key, sheet.placed(left, top, scale)))
    picture = sheet.image.resize(size, Image.Resampling.LANCZOS)
    file = BytesIO()
    picture.save(file, FORMAT, quality=QUALITY, subsampling="4:4:4", optimize=True)
    return file.getvalue()
