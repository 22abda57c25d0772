"""Pages of every kind, found as a search engine finds them."""

from tests.reading import paths_in_sitemaps


def pages_of_every_kind(page, language):
    """The pages just below the home page, and one from each shelf further down."""
    paths = paths_in_sitemaps(lambda address: page.request.get(address).text(), language)
    shelves = {path.rstrip("/").rpartition("/")[0]: path for path in paths}
    on_top = [path for path in paths if path.strip("/").count("/") <= 1]
    others = {f"/{language}/{name}/" for name in ("cookies", "genuine", "search", "social")}
    return sorted({*on_top, *shelves.values(), *others})
