"""Reads TopoJSON: countries as rings of arcs that neighbours share.

What neighbours share stays shared however much it is simplified, so no gap opens between them.
The format: https://github.com/topojson/topojson-specification
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

from partners.map.equal_earth import Point

# A ring is a list of arcs by number; ~n (that is, -n - 1) is arc n backwards.
Ring = list[int]


@dataclass(frozen=True)
class Country:
    """A country as the file has it: `number` is its ISO 3166-1 numeric code, or empty."""

    number: str
    name: str
    rings: list[Ring]


@dataclass(frozen=True)
class Topology:
    countries: list[Country]
    arcs: list[list[Point]]


def read_topology(data: dict[str, Any]) -> Topology:
    """The object `countries` of a quantised TopoJSON file."""
    if "transform" not in data or "countries" not in data.get("objects", {}):
        raise ValueError("not a quantised TopoJSON file with an object named “countries”")
    geometries = data["objects"]["countries"]["geometries"]
    return Topology(
        countries=[
            Country(
                number=geometry.get("id", ""),
                name=geometry["properties"]["name"],
                rings=list(_rings(geometry)),
            )
            for geometry in geometries
        ],
        arcs=[list(_degrees(arc, data["transform"])) for arc in data["arcs"]],
    )


def _rings(geometry: dict[str, Any]) -> Iterator[Ring]:
    is_one_polygon = geometry["type"] == "Polygon"
    for polygon in [geometry["arcs"]] if is_one_polygon else geometry["arcs"]:
        yield from polygon


def _degrees(arc: list[list[int]], transform: dict[str, Any]) -> Iterator[Point]:
    """An arc is stored as steps on a grid, each from the one before."""
    (scale_x, scale_y), (x_0, y_0) = transform["scale"], transform["translate"]
    for x, y in zip(
        accumulate(step[0] for step in arc), accumulate(step[1] for step in arc), strict=True
    ):
        yield x_0 + x * scale_x, y_0 + y * scale_y
