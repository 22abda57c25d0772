"""Where on the map each partner lies, and which partners it cannot show."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_shapes: dict[str, Any] = json.loads(Path(__file__).with_name("shapes.json").read_text())

WIDTH, HEIGHT = _shapes["size"]
LAND: str = _shapes["land"]


@dataclass(frozen=True)
class Place:
    """A partner on the map: the path of its outline, or the point where its dot goes."""

    name: str
    address: str | None
    outline: str | None
    dot: tuple[int, int] | None


def is_on_the_map(iso_code: str) -> bool:
    return iso_code in _shapes["outlines"] or iso_code in _shapes["dots"]


def places(partners: Iterable[tuple[str, str, str | None]]) -> list[Place]:
    """Of partners as (ISO code, name, address) those that the map can show, dots last.

    What is drawn later lies on top, and an outline must not cover a dot.
    """
    shown = [
        Place(name, address, _shapes["outlines"].get(iso_code), _shapes["dots"].get(iso_code))
        for iso_code, name, address in partners
        if is_on_the_map(iso_code)
    ]
    return sorted(shown, key=lambda place: place.dot is not None)
