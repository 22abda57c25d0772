"""Pages of every kind, found as a search engine finds them."""

from urllib.parse import urlsplit

from news.kinds import StoryKind
from tests.reading import paths_in_sitemaps


def pages_of_every_kind(page, language):
    """The pages just below the home page, one from each shelf further down, and of each kind."""
    paths = paths_in_sitemaps(lambda address: page.request.get(address).text(), language)
    shelves = {path.rstrip("/").rpartition("/")[0]: path for path in paths}
    on_top = [path for path in paths if path.strip("/").count("/") <= 1]
    others = {f"/{language}/{name}/" for name in ("cookies", "genuine", "search", "social")}
    return sorted({*on_top, *shelves.values(), *others, *stories_of_every_kind(page, language)})


def stories_of_every_kind(page, language):
    """The newest of each, as far as there is any in this language."""
    for kind in StoryKind.values:
        feed = page.request.get(f"/{language}/news/feed.json?kind={kind}").json()
        yield from (urlsplit(story["url"]).path for story in feed["items"][:1])
