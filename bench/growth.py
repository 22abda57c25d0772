"""What growing from a thousand stories to a hundred thousand costs each kind of page."""

from collections.abc import Iterator
from dataclasses import asdict

from bench import curves
from bench.aims import Aim
from bench.asking import cost
from bench.office import office_costs
from bench.results import FOLDER
from bench.searches import slow_search
from bench.sitemaps import slowest_sitemap
from bench.stories import fill_to
from news.listing import Listing
from news.models import NewsIndexPage, StoryPage

CURVES = FOLDER / "growth.svg"
# Times what it took at first: at most, and better.
GROWTH: dict[str, tuple[float, float | None]] = {
    **dict.fromkeys(("home", "listing", "topic", "story", "partner", "feed"), (1.2, 1.1)),
    "deepest archive": (1.3, 1.2),
    "search": (3, None),
}
MILLISECONDS = {"search": 150, "slowest sitemap": 100}

# By kind of page.
AtOneSize = dict[str, dict[str, float]]
Costs = dict[str, AtOneSize]


def measure(sizes: list[int]) -> Costs:
    """By number of stories, then by kind of page."""
    found = {}
    about_iraq = StoryPage.objects.readable().filter(partners__iso_code="IQ")
    story = about_iraq.filter(locale__language_code="en").newest_first().first()
    for size in sizes:
        fill_to(size)
        costs = {name: asdict(cost(address)) for name, address in addresses(story).items()}
        costs["search (p95)"] = costs["search"] | {"seconds": slow_search()}
        costs["slowest sitemap"] = slowest_sitemap()
        costs |= {name: asdict(cost) for name, cost in office_costs(story).items()}
        found[str(size)] = costs
    CURVES.parent.mkdir(parents=True, exist_ok=True)
    CURVES.write_text(curves.draw(found))
    return found


def addresses(story: StoryPage) -> dict[str, str]:
    """The same at every size; the archive's far end moves away."""
    index = NewsIndexPage.objects.get(locale__language_code="en")
    stories = StoryPage.objects.readable().child_of(index).newest_first()
    deep = stories.reverse()[Listing.STORIES_A_PAGE]
    return {
        "home": "/en/",
        "listing": index.url,
        "deepest archive": f"{index.url}?before={deep.place_in_lists}",
        "topic": f"{index.url}?topic={story.topics.first().slug}",
        "story": story.url,
        "partner": "/en/partners/iraq/",
        "search": "/en/search/?q=Mosul",
        "feed": f"{index.url}feed/",
        "sitemap": "/sitemap.xml",
    }


def report(found: Costs) -> str:
    sizes = list(found)
    names = found[sizes[0]]
    head = f"{'stories':22}" + "".join(f"{size:>20}" for size in sizes) + f"{'growth':>10}"
    lines = [line(name, [found[size][name] for size in sizes]) for name in names]
    return "\n".join([head, *lines, "", *map(str, aims(found[sizes[0]], found[sizes[-1]]))])


def line(name: str, costs: list[dict[str, float]]) -> str:
    cells = "".join(f"{c['queries']:>8} q {c['seconds'] * 1000:7.1f} ms" for c in costs)
    return f"{name:22}{cells}{costs[-1]['seconds'] / costs[0]['seconds']:9.2f}×"


def aims(first: AtOneSize, last: AtOneSize) -> Iterator[Aim]:
    """With the fewest stories, and with the most."""
    for name, (bar, stretch) in GROWTH.items():
        times = last[name]["seconds"] / first[name]["seconds"]
        yield Aim(f"{name}: growth", times, bar, stretch)
    for name, most in MILLISECONDS.items():
        yield Aim(f"{name}: milliseconds", last[name]["seconds"] * 1000, most)
    yield Aim("sitemap: addresses in a file", last["slowest sitemap"]["addresses"], 10_000)
    yield Aim("sitemap: pages missing", last["slowest sitemap"]["missing"], 0)
    others = [name for name in first if first[name]["queries"] != last[name]["queries"]]
    yield Aim(f"other numbers of queries: {', '.join(others) or 'none'}", len(others), 0)
