"""Every file of the sitemap: whether one is slow or long, and whether any page is missing."""

import re
from dataclasses import asdict
from functools import partial
from urllib.parse import urlsplit

from django.test import Client

from bench.asking import ask, cost, timed
from coalition.pages.querysets import all_pages

LOCATION = re.compile(r"<sitemap><loc>([^<]+)</loc>")


def slowest_sitemap() -> dict[str, float]:
    """What it costs, the most addresses in one file, and how many pages stand in none."""
    client = Client()
    index = ask(client, "/sitemap.xml").decode()
    files = [urlsplit(address).path for address in LOCATION.findall(index)]
    told = {file: ask(client, file).count(b"<url>") for file in files}
    slowest = max(files, key=lambda file: timed(partial(ask, client, file)))
    pages = all_pages().readable().in_spoken_languages().filter(depth__gt=1)
    return asdict(cost(slowest)) | {
        "addresses": max(told.values()),
        "missing": pages.count() - sum(told.values()),
    }
