"""Pages of every kind, found as a search engine finds them."""

import re
from urllib.parse import urlsplit


def pages_of_every_kind(page, language):
    """The pages just below the home page, and one from each shelf further down."""
    sitemap = page.request.get(f"/sitemap-{language}.xml").text()
    paths = [urlsplit(place).path for place in re.findall("<loc>(.*?)</loc>", sitemap)]
    shelves = {path.rstrip("/").rpartition("/")[0]: path for path in paths}
    on_top = [path for path in paths if path.strip("/").count("/") <= 1]
    return sorted({*on_top, *shelves.values(), f"/{language}/search/", f"/{language}/cookies/"})
