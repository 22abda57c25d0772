"""Draws the world from Natural Earth: `python -m partners.map.draw FILE`.

It writes `shapes.json` and, for pages to load once, the land alone as `static/img/land.svg`.

FILE is `countries-50m.json` of the npm package world-atlas 2 (Natural Earth 4.1, public domain);
the coarser file lacks the smallest states. Partners come and go, so every territory with an ISO
code is kept: as outlines or, where those would be too small to point at, as a dot. Land is drawn
once more as a whole, with no border inside, and what is no partner shows as a part of that.

What is drawn as whose is a statement. Natural Earth shows who holds the ground; where the maps of
the United Nations differ and it can be seen, we follow those:
- Crimea is drawn with Ukraine (General Assembly resolution 68/262).
- Western Sahara has no tone of its own, and Morocco ends at 27°40′ N.
- Northern Cyprus is drawn with Cyprus, and Somaliland with Somalia.
- Kosovo has no number; it has the code that the register uses, XK.
Other lines are Natural Earth's: the Golan Heights, less than five pixels, are not told apart. A
territory with an ISO code of its own (Greenland, Puerto Rico) never takes a partner's tone; what
the source draws with its state (French Guiana, Svalbard) does. Antarctica and the uninhabited
islands before it are left out. The globe is cut at 169° W, so that Russia and Fiji stay whole.
"""

import json
import sys
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations, pairwise
from math import dist
from pathlib import Path
from typing import Any

from babel.core import get_global

from partners.map.equal_earth import Point, project
from partners.map.outline import Outline, area, centroid, contains, merged, north_of
from partners.map.simplify import simplified
from partners.map.topology import Country, Ring, Topology, read_topology

SHAPES = Path(__file__).with_name("shapes.json")
LAND = Path(__file__).parents[2] / "static/img/land.svg"

CENTRAL_MERIDIAN = 11
# Units a radius of the globe: one unit is about 11 km, and half a pixel on a wide screen.
SCALE = 555
# The map's size, and where on it the equator meets the central meridian.
WIDTH, HEIGHT = 2936, 1326
MIDDLE_X, MIDDLE_Y = 1436, 740
# In square units: a corner nobody misses; an island to keep; a territory with an outline, about
# 18,000 square kilometres.
SMALLEST_CORNER = 8
SMALLEST_ISLAND = 12
SMALLEST_OUTLINE = 144
BETWEEN_DOTS = 15

WITHOUT_NUMBER = {"Kosovo": "XK", "N. Cyprus": "CY", "Somaliland": "SO"}
WITHOUT_PEOPLE = ("AQ", "GS", "HM", "TF")
IN_CRIMEA = (34.3, 45.2)
SOUTH_OF_MOROCCO = 27 + 40 / 60


def on_the_map(arc: list[Point]) -> list[Point]:
    """An arc of degrees in units of the map, `y` downwards as in SVG."""
    plane = (project(east, latitude) for east, latitude in unrolled(arc))
    return [(MIDDLE_X + SCALE * x, MIDDLE_Y - SCALE * y) for x, y in plane]


def unrolled(arc: list[Point]) -> Iterator[Point]:
    """Longitudes as degrees from the central meridian; an arc over the cut hangs over the edge."""
    before = None
    for longitude, latitude in arc:
        east = (longitude - CENTRAL_MERIDIAN + 180) % 360 - 180
        if before is not None:
            east += 360 * round((before - east) / 360)
        yield east, latitude
        before = east


def iso_code(country: Country) -> str:
    """Two letters, as CLDR translates the number; empty for what has none."""
    letters: list[str] = get_global("territory_aliases").get(country.number, [""])
    return WITHOUT_NUMBER.get(country.name, letters[0])


def territories(topology: Topology) -> dict[str, list[Ring]]:
    """Rings by ISO code; under the empty code, land that has none."""
    rings: dict[str, list[Ring]] = defaultdict(list)
    for country in topology.countries:
        rings[iso_code(country)] += country.rings
    for code in WITHOUT_PEOPLE:
        rings.pop(code, None)
    for ring in [ring for ring in rings["RU"] if is_around(IN_CRIMEA, ring, topology)]:
        rings["RU"].remove(ring)
        rings["UA"].append(ring)
    return rings


def is_around(point: Point, ring: Ring, topology: Topology) -> bool:
    return any(contains(outline, point) for outline in merged([ring], topology.arcs))


def drawing(topology: Topology) -> dict[str, Any]:
    """Everything a page needs to show the map, as plain data."""
    rings = territories(topology)
    exact = [on_the_map(arc) for arc in topology.arcs]
    coarse = [on_the_grid(simplified(arc, SMALLEST_CORNER)) for arc in exact]
    border = on_the_map([(0, SOUTH_OF_MOROCCO)])[0][1]
    outlines, dots = {}, {}
    for code in sorted(rings.keys() - {""}):
        measured = merged(rings[code], exact)
        if sum(map(area, measured)) < SMALLEST_OUTLINE:
            dots[code] = centroid(max(measured, key=area))
        else:
            outlines[code] = merged(rings[code], coarse)
    outlines["MA"] = [north_of(border, outline) for outline in outlines["MA"]]
    land = merged([ring for own in rings.values() for ring in own], coarse)
    return {
        "size": [WIDTH, HEIGHT],
        "land": path(land),
        "outlines": {code: path(own) for code, own in outlines.items()},
        "dots": dict(zip(dots, on_the_grid(apart([*dots.values()])), strict=True)),
    }


def on_the_grid(line: list[Point]) -> list[Point]:
    return [(round(x), round(y)) for x, y in line]


def apart(dots: list[Point]) -> list[Point]:
    """Dots that would lie on each other, moved away from each other just so far that they don't."""
    moved = list(dots)
    for first, second in combinations(range(len(dots)), 2):
        a, b = moved[first], moved[second]
        gap = dist(a, b)
        if gap < BETWEEN_DOTS:
            push = (BETWEEN_DOTS - gap) / 2 / gap
            moved[first] = (a[0] - (b[0] - a[0]) * push, a[1] - (b[1] - a[1]) * push)
            moved[second] = (b[0] + (b[0] - a[0]) * push, b[1] + (b[1] - a[1]) * push)
    return moved


def path(outlines: list[Outline]) -> str:
    """The `d` of an SVG path: an outline's first point, then steps; small islands are left out."""
    return "".join(
        f"M{outline[0][0]:.0f} {outline[0][1]:.0f}l{steps(outline[:-1])}z"
        for outline in outlines
        if area(outline) >= SMALLEST_ISLAND
    )


def steps(line: list[Point]) -> str:
    numbers = [n for a, b in pairwise(line) for n in (b[0] - a[0], b[1] - a[1]) if a != b]
    return " ".join(f"{number:.0f}" for number in numbers).replace(" -", "-")


def main(file: str) -> None:
    try:
        topology = read_topology(json.loads(Path(file).read_text()))
    except (OSError, ValueError) as error:
        sys.exit(f"{file}: {error}")
    drawn = drawing(topology)
    SHAPES.write_text(json.dumps(drawn, indent=0) + "\n")
    LAND.write_text(land_alone(drawn["land"]))


def land_alone(shape: str) -> str:
    """A file for `<use>`, which takes its colours from the page."""
    return (
        '<svg xmlns="http://www.w3.org/2000/svg"><path id="land" fill-rule="evenodd" '
        f'stroke-width="1.25" vector-effect="non-scaling-stroke" d="{shape}"/></svg>\n'
    )


if __name__ == "__main__":
    main(*sys.argv[1:])
