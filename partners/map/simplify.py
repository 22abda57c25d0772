"""Leaves out of a line what the eye would not miss.

M. Visvalingam and J. D. Whyatt, "Line generalisation by repeated elimination of points",
The Cartographic Journal 30 (1), 1993: the point that makes the smallest triangle with its two
neighbours goes first, until every triangle left is large enough.
"""

from heapq import heapify, heappop, heappush

from partners.map.equal_earth import Point


def triangle(a: Point, b: Point, c: Point) -> float:
    """The area of a triangle."""
    return abs((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])) / 2


def simplified(line: list[Point], smallest: float) -> list[Point]:
    """The line with its ends kept, and no triangle smaller than `smallest`."""
    last = len(line) - 1
    before, after = list(range(-1, last)), list(range(1, last + 2))
    areas = {at: triangle(*line[at - 1 : at + 2]) for at in range(1, last)}
    queue = [(area, at) for at, area in areas.items()]
    heapify(queue)
    while queue and queue[0][0] < smallest:
        area, at = heappop(queue)
        if areas.get(at) != area:
            continue
        del areas[at]
        left, right = before[at], after[at]
        after[left], before[right] = right, left
        for beside in (left, right):
            if beside in areas:
                # Never smaller than what just went, so that a bay goes from its end inwards.
                areas[beside] = max(
                    area, triangle(line[before[beside]], line[beside], line[after[beside]])
                )
                heappush(queue, (areas[beside], beside))
    return [line[0], *(line[at] for at in sorted(areas)), line[last]]
