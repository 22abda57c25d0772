"""Publishing under load: whether any reader sees an old page after its second, or an error.

`tests/with_postgres .venv/bin/python -m bench.soak [minutes] [publications a minute]`
"""

import logging
import os
import signal
import statistics
import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import asdict
from importlib import import_module
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic
from typing import Any

import django
from django.core.management import call_command

from bench.comparison import load, processes
from bench.comparison.served import HOST, Front, environment_in, our_site
from bench.results import keep

# This process publishes: it shares the site's database, pages and cache.
FOLDER = TemporaryDirectory(prefix="coalition-soak-")
os.environ |= environment_in(Path(FOLDER.name)) | {
    "DJANGO_SETTINGS_MODULE": "coalition.settings",
    "SECRET_KEY": "of somebody who signs nothing",
    "EMAIL_URL": "dummymail://",
}
django.setup()
call_command("collectstatic", interactive=False, verbosity=0)
# As in the server, whose back office publishes: what changes is made anew at once.
import_module("coalition.wsgi")

from bench.desk import Desk  # noqa: E402 - it needs models.
from bench.watching import Watched, watch  # noqa: E402 - so does this.

LANGUAGES = ["en", "fr", "ar"]
# More than ever look at once.
READERS = 64


def main(minutes: float = 10, publications: float = 50) -> bool:
    """Whether anything went wrong."""
    # Whoever is told to stop stops first what they have started.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    with FOLDER as folder, our_site(Path(folder)) as site:
        logging.disable(logging.INFO)
        found = soak(site, 60 * minutes, 60 / publications)
    keep("soak", found)
    say(found)
    visitors = found["visitors"]
    return any([found["stale"], found["broken"], visitors["refused"], visitors["broken"]])


def soak(site: Front, seconds: float, interval: float) -> dict[str, Any]:
    desks = [Desk(language) for language in LANGUAGES]
    before = processes.megabytes(site.web)
    for desk in desks:
        desk.publish()
    paths = [path for desk in desks for path in desk.places.values()]
    with ThreadPoolExecutor(READERS) as readers:
        visitors = load.begin(site.server, HOST, seconds, paths)
        looks, taken = publish_steadily(site, desks, readers, seconds, interval)
        answers = load.answers_of(visitors)
        watched = [look.result() for look in looks]
    return {
        "minutes": seconds / 60,
        "publications": len(taken),
        "publishing": times(taken),
        "fresh after": dict(fresh_after(watched)),
        **wrong(watched),
        "visitors": asdict(answers),
        "megabytes": {"before": before, "after": processes.megabytes(site.web)},
    }


def publish_steadily(
    site: Front, desks: list[Desk], readers: ThreadPoolExecutor, seconds: float, interval: float
) -> tuple[list[Future[Watched]], list[float]]:
    """One language after the other; who looks at the pages, and how long each publication took."""
    looks, taken, begin = [], [], monotonic()
    for number in count():
        time.sleep(max(0, begin + number * interval - monotonic()))
        began = monotonic()
        if began > begin + seconds:
            return looks, taken
        desk = desks[number % len(desks)]
        published = desk.publish()
        taken.append(published - began)
        looks += [
            readers.submit(watch, site, place, path, desk.edition, published)
            for place, path in desk.places.items()
        ]


def wrong(watched: list[Watched]) -> dict[str, list[dict[str, Any]]]:
    """What was old after its second, and what was broken: where, and in which second of the run."""
    begin = min(look.published for look in watched)

    def told(look: Watched) -> dict[str, Any]:
        return asdict(look) | {"published": round(look.published - begin, 1)}

    return {
        "stale": [told(look) for look in watched if look.is_stale],
        "broken": [told(look) for look in watched if look.broken],
    }


def fresh_after(watched: list[Watched]) -> Iterator[tuple[str, dict[str, float]]]:
    by_place = defaultdict(list)
    for look in watched:
        by_place[look.place].append(look.fresh_after)
    for place, seconds in by_place.items():
        yield place, times(seconds)


def times(seconds: list[float]) -> dict[str, float]:
    hundredths = statistics.quantiles(seconds, n=100, method="inclusive")
    return {"p50": hundredths[49], "p95": hundredths[94], "p99": hundredths[98]} | {
        "most": max(seconds)
    }


def say(found: dict[str, Any]) -> None:
    lines = [f"{found['publications']} publications in {found['minutes']:g} minutes"]
    rows = {"publishing takes": found["publishing"], **found["fresh after"]}
    for name, seconds in rows.items():
        cells = "".join(f"{mark:>7} {value:6.3f} s" for mark, value in seconds.items())
        lines.append(f"{name:20}{cells}")
    visitors, memory = found["visitors"], found["megabytes"]
    lines += [
        f"Visitors: {visitors['requests']:,} answers, p99 {visitors['p99']:.0f} ms,"
        f" {visitors['refused']} refused, {visitors['broken']} broken",
        *(
            f"  {each['status']} in second {each['second']}: {each['path']}"
            for each in visitors["refusals"]
        ),
        f"Memory: {memory['before']:.0f} MB before, {memory['after']:.0f} MB after",
        f"Old after its second: {len(found['stale'])}; broken: {len(found['broken'])}",
        *(str(each) for each in [*found["stale"], *found["broken"]][:10]),
    ]
    sys.stdout.write("\n".join([*lines, ""]))


if __name__ == "__main__":
    sys.exit(main(*map(float, sys.argv[1:])))
