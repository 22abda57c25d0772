"""What was found, beside what was aimed at."""

from collections.abc import Iterator
from typing import Any

from bench.aims import Aim
from bench.comparison.rounds import KEPT, NGINX, SERVED, STOCK, TOLD_FILE, UNCACHED, WITHOUT_PARTS

HEAD = (
    f"{'front page':24}{'CPU/answer':>12}{'to file':>9}{'spread':>8}"
    f"{'answers/s':>11}{'to file':>9}{'p50 ms':>9}{'p99 ms':>9}{'bytes':>9}{'MB':>7}"
)


def report(found: dict[str, Any]) -> str:
    fronts, memory = found["fronts"], found["memory"]
    lines = [line(name, costs) for name, costs in fronts.items()]
    missing = [] if KEPT in fronts else ["wagtail-cache could not be had: it is left out."]
    wrong = sum(costs["wrong"] for costs in fronts.values())
    return "\n".join(
        [HEAD, *lines, *missing, f"Answers that were wrong: {wrong}", ""]
        + [str(aim) for aim in aims(fronts, memory)]
    )


def line(name: str, costs: dict[str, float]) -> str:
    return (
        f"{name:24}{costs['cpu'] * 1e6:9,.0f} µs{costs['cpu to file']:9.2f}"
        f"{costs['spread']:8.0%}{costs['per_second']:11,.0f}{costs['requests to file']:9.3f}"
        f"{costs['p50']:9.2f}{costs['p99']:9.2f}{costs['bytes']:9,.0f}{costs['megabytes']:7.0f}"
    )


def aims(fronts: dict[str, Any], memory: dict[str, float]) -> Iterator[Aim]:
    to_file = {name: costs["cpu to file"] for name, costs in fronts.items()}
    yield Aim("behind nginx: CPU to the file's", to_file[NGINX], 1.15, 1.08)
    yield Aim(
        "behind nginx: answers a second to the file's",
        fronts[NGINX]["requests to file"],
        0.85,
        0.9,
        is_floor=True,
    )
    of_pages = to_file[NGINX] / to_file[TOLD_FILE]
    yield Aim("behind nginx: CPU to the file's with the same headers", of_pages, 1.15, 1.08)
    yield Aim("make serve: CPU to the file's", to_file[SERVED], 6, 4)
    if KEPT in fronts:
        times = to_file[KEPT] / to_file[SERVED]
        yield Aim("make serve: how many fit into a wagtail-cache hit", times, 14, 20, True)
    for name in (UNCACHED, WITHOUT_PARTS):
        to_stock = to_file[name] / to_file[STOCK]
        yield Aim(f"{name}: CPU to stock Wagtail's", to_stock, 0.3, 0.15)
    yield Aim(f"MB after {memory['pages']:,} pages were made", memory["before"], 250, 180)
    yield Aim(f"MB after {memory['requests']:,} answers more", memory["after"], 250, 180)
    yield Aim("as a multiple", memory["after"] / memory["before"], 1.05)
