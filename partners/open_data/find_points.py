"""Finds a point on land for each territory, for `points.json`.

`python -m partners.open_data.find_points FILE`, where FILE is the one that `partners.map.draw`
reads. What belongs together is decided there too.
"""

import json
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from partners.map.draw import CENTRAL_MERIDIAN, territories, unrolled
from partners.map.equal_earth import Point
from partners.map.outline import Outline, area, centroid, contains, merged
from partners.map.topology import read_topology

POINTS = Path(__file__).with_name("points.json")
# A tenth of a degree is about eleven kilometres: nobody mistakes the point for an address.
DECIMALS = 1


def point_inside(outline: Outline) -> Point:
    """The centroid; where that lies outside, the middle of the widest stretch level with it."""
    middle = centroid(outline)
    if contains(outline, middle):
        return middle
    start, end = max(stretches(outline, middle[1]), key=lambda ends: ends[1] - ends[0])
    return ((start + end) / 2, middle[1])


def stretches(outline: Outline, y: float) -> Iterator[tuple[float, float]]:
    """From where to where a level line runs inside the outline."""
    crossings = sorted(
        a[0] + (y - a[1]) * (b[0] - a[0]) / (b[1] - a[1])
        for a, b in pairwise(outline)
        if (a[1] > y) != (b[1] > y)
    )
    yield from zip(crossings[::2], crossings[1::2], strict=True)


def longitude(east: float) -> float:
    return (east + CENTRAL_MERIDIAN + 180) % 360 - 180


def main(file: str) -> None:
    topology = read_topology(json.loads(Path(file).read_text()))
    arcs = [list(unrolled(arc)) for arc in topology.arcs]
    points = {}
    for code, rings in sorted(territories(topology).items()):
        if code:
            east, latitude = point_inside(max(merged(rings, arcs), key=area))
            points[code] = [round(longitude(east), DECIMALS), round(latitude, DECIMALS)]
    POINTS.write_text(json.dumps(points).replace("], ", "],\n") + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
