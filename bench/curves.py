"""The growth of what pages cost, as a picture."""

import math
from collections.abc import Callable, Iterator
from html import escape

Costs = dict[str, dict[str, dict[str, float]]]

WIDTH, HEIGHT = 960, 700
LEFT, RIGHT, TOP, BOTTOM = 70, 640, 60, 600
LEAST_BETWEEN_LABELS = 17
MARKS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000]
COLOURS = ["#0b5394", "#b45309", "#15803d", "#9d174d", "#6d28d9", "#0e7490", "#4d4d4d"]
DASHES = ["none", "7 4", "2 4"]


def draw(found: Costs) -> str:
    """A line for each kind of page, on scales in which the same slope is the same growth."""
    times = {
        name: [costs[name]["seconds"] * 1000 for costs in found.values()]
        for name in next(iter(found.values()))
    }
    chart = Chart([int(size) for size in found], [ms for line in times.values() for ms in line])
    body = "\n".join([*chart.grid(), *chart.lines(times)])
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}"'
        ' font-family="sans-serif" font-size="13" role="img">\n'
        f"<title>What pages cost as the archive grows</title>\n"
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>\n'
        f'<text x="{LEFT}" y="30" font-size="17">Milliseconds until a page is made (median),'
        f" by number of stories</text>\n{body}\n</svg>\n"
    )


class Chart:
    def __init__(self, sizes: list[int], values: list[float]) -> None:
        self.sizes = sizes
        self.marks = [mark for mark in MARKS if 0.4 * min(values) <= mark <= 2.5 * max(values)]
        self.x = scale(min(sizes), max(sizes), LEFT, RIGHT)
        self.y = scale(self.marks[0], self.marks[-1], BOTTOM, TOP)

    def grid(self) -> Iterator[str]:
        for mark in self.marks:
            y = self.y(mark)
            yield f'<path d="M{LEFT} {y:.1f}H{RIGHT}" stroke="#ddd"/>'
            yield f'<text x="{LEFT - 8}" y="{y + 4:.1f}" text-anchor="end">{mark:,}</text>'
        for size in self.sizes:
            x = self.x(size)
            yield f'<path d="M{x:.1f} {TOP}V{BOTTOM}" stroke="#ddd"/>'
            yield f'<text x="{x:.1f}" y="{BOTTOM + 22}" text-anchor="middle">{size:,}</text>'

    def lines(self, times: dict[str, list[float]]) -> Iterator[str]:
        """Named at their ends, the names far enough from each other."""
        free = TOP
        names = sorted(times, key=lambda name: -times[name][-1])
        for number, name in enumerate(names):
            values = times[name]
            colour = COLOURS[number % len(COLOURS)]
            points = " ".join(
                f"{self.x(size):.1f},{self.y(ms):.1f}"
                for size, ms in zip(self.sizes, values, strict=True)
            )
            end = self.y(values[-1])
            free = max(free, end)
            yield (
                f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="2"'
                f' stroke-dasharray="{DASHES[number // len(COLOURS) % len(DASHES)]}"/>'
                f'<path d="M{RIGHT + 3} {end:.1f}L{RIGHT + 22} {free:.1f}" stroke="{colour}"/>'
                f'<text x="{RIGHT + 27}" y="{free + 4:.1f}" fill="{colour}">{escape(name)}:'
                f" {values[-1]:.0f} ms, {values[-1] / values[0]:.2f}×</text>"
            )
            free += LEAST_BETWEEN_LABELS


def scale(least: float, most: float, begin: float, end: float) -> Callable[[float], float]:
    """Where a value stands, when each tenfold takes the same way."""
    way = (end - begin) / (math.log10(most / least) or 1)
    return lambda value: begin + way * math.log10(value / least)
