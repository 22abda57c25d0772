"""Closed lines on the plane: how rings become outlines, and how large those are."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise

from partners.map.equal_earth import Point
from partners.map.topology import Ring

# Its last point is its first.
Outline = list[Point]


def merged(rings: Iterable[Ring], arcs: list[list[Point]]) -> list[Outline]:
    """The outlines around all rings together: an arc that two of them share is inside, and goes."""
    uses = Counter(arc if arc >= 0 else ~arc for ring in rings for arc in ring)
    return list(_joined([arcs[arc] for arc, count in uses.items() if count == 1]))


def _joined(lines: list[list[Point]]) -> Iterator[Outline]:
    """Lines joined end to end, whichever way each of them runs, until each outline closes."""
    ends = defaultdict(set)
    for number, line in enumerate(lines):
        ends[line[0]].add(number)
        ends[line[-1]].add(number)
    left = set(range(len(lines)))
    while left:
        outline = [lines[min(left)][0]]
        while following := ends[outline[-1]] & left:
            number = min(following)
            left.remove(number)
            line = lines[number]
            outline += (line if line[0] == outline[-1] else line[::-1])[1:]
        if outline[0] != outline[-1]:
            raise ValueError(f"An outline does not close at {outline[-1]}.")
        yield outline


def area(outline: Outline) -> float:
    return abs(_twice_the_area(outline)) / 2


def centroid(outline: Outline) -> Point:
    """Where a sheet of this shape would balance on a pin."""
    weights = [(a, b, a[0] * b[1] - b[0] * a[1]) for a, b in pairwise(outline)]
    whole = 3 * _twice_the_area(outline)
    return (
        sum((a[0] + b[0]) * weight for a, b, weight in weights) / whole,
        sum((a[1] + b[1]) * weight for a, b, weight in weights) / whole,
    )


def contains(outline: Outline, point: Point) -> bool:
    """Whether a ray from the point eastwards crosses the outline an odd number of times."""
    x, y = point
    crossings = (
        a[0] + (y - a[1]) * (b[0] - a[0]) / (b[1] - a[1])
        for a, b in pairwise(outline)
        if (a[1] > y) != (b[1] > y)
    )
    return sum(crossing > x for crossing in crossings) % 2 == 1


def north_of(border: float, outline: Outline) -> Outline:
    """What of an outline lies above a level line, `y` growing downwards.

    I. E. Sutherland and G. W. Hodgman, "Reentrant polygon clipping", CACM 17 (1), 1974.
    """
    kept: Outline = []
    for a, b in pairwise(outline):
        if (a[1] <= border) != (b[1] <= border):
            kept.append((a[0] + (border - a[1]) * (b[0] - a[0]) / (b[1] - a[1]), border))
        if b[1] <= border:
            kept.append(b)
    return [*kept, *kept[:1]]


def _twice_the_area(outline: Outline) -> float:
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(outline))
