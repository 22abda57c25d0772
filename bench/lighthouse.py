"""What Lighthouse says of a site that is being served, as on a telephone on a slow line.

`CHROME_PATH=/usr/bin/chromium python -m bench.lighthouse http://127.0.0.1:8000`, with npx at hand.
"""

import json
import re
import statistics
import subprocess
import sys
from collections.abc import Iterator
from typing import Any
from urllib.request import urlopen

LIGHTHOUSE = "lighthouse@12.8.2"
FLAGS = ["--quiet", "--output=json", "--chrome-flags=--headless=new --no-sandbox"]
# How fast a page is differs a little each time: the run in the middle counts.
RUNS = 3
LANGUAGES = ["en", "ar"]
STORY = r'class="card__link" href="([^"]+)"'
SCORES = ["performance", "accessibility", "best-practices", "seo"]
SECONDS = {"first paint": "first-contentful-paint", "largest": "largest-contentful-paint"}

Report = dict[str, Any]


def addresses(site: str) -> Iterator[str]:
    story = re.search(STORY, read(f"{site}/en/news/"))
    for path in ["/en/", story[1] if story else "/en/news/", "/en/news/", "/en/partners/"]:
        page = read(f"{site}{path}")
        for language in LANGUAGES:
            twin = re.search(rf'rel="alternate" hreflang="{language}" href="([^"]+)"', page)
            if twin:
                yield twin[1]


def read(address: str) -> str:
    with urlopen(address) as answer:
        return str(answer.read().decode())


def report(address: str) -> Report:
    """The run in the middle of a few."""
    runs = [run(address) for _ in range(RUNS)]
    return sorted(runs, key=lambda each: seconds(each, SECONDS["largest"]))[RUNS // 2]


def run(address: str) -> Report:
    answer = subprocess.run(
        ["npx", "--yes", LIGHTHOUSE, address, *FLAGS],
        capture_output=True,
        check=True,
    )
    found: Report = json.loads(answer.stdout)
    return found


def seconds(found: Report, audit: str) -> float:
    return float(found["audits"][audit]["numericValue"]) / 1000


def line(found: Report) -> str:
    scores = [f"{found['categories'][name]['score'] * 100:15.0f}" for name in SCORES]
    times = [f"{seconds(found, audit):12.2f}" for audit in SECONDS.values()]
    shift = found["audits"]["cumulative-layout-shift"]["numericValue"]
    return f"{''.join(scores)}{''.join(times)}{shift:8.3f}  {found['finalDisplayedUrl']}"


def main(site: str) -> None:
    head = "".join(f"{name:>15}" for name in SCORES) + "".join(f"{name:>12}" for name in SECONDS)
    say(f"{head}   shift  page")
    found = []
    for address in addresses(site.rstrip("/")):
        found.append(report(address))
        say(line(found[-1]))
    slowest = max(seconds(each, SECONDS["largest"]) for each in found)
    middle = statistics.median(seconds(each, SECONDS["largest"]) for each in found)
    say(f"Largest paint: {middle:.2f} s in the middle, {slowest:.2f} s at most")


def say(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
