"""What the pages weigh and how many questions to the database they need."""

from dataclasses import asdict

from bench.asking import cost
from coalition.about.models import AboutPage
from coalition.home.models import HomePage
from coalition.pages.querysets import ReadableQuerySet
from news.models import NewsIndexPage, StoryPage
from partners.models import PartnerIndexPage, PartnerPage

LANGUAGES = ["en", "ar"]
# Most queries, and most bytes of HTML (and SVG) as they travel, where there is a limit.
LIMITS = {
    "home": (12, None),
    "listing": (10, None),
    "story": (12, None),
    "partners": (10, 90_000),
    "partner": (9, None),
    "explainer": (8, None),
    "search": (8, None),
    "api": (4, None),
}


def measure() -> dict[str, dict[str, float]]:
    return {f"{name} {address}": asdict(cost(address)) for name, address in addresses()}


def addresses() -> list[tuple[str, str]]:
    """What kind of answer it is, and where it is given."""
    open_data = ["json", "csv", "geojson", "json?as_of=2018-02-28"]
    return [
        *((name, address) for language in LANGUAGES for name, address in pages_in(language)),
        *(("api", f"/api/partners.{form}") for form in open_data),
    ]


def pages_in(language: str) -> list[tuple[str, str]]:
    pages = {
        "home": HomePage.objects,
        "listing": NewsIndexPage.objects,
        "story": StoryPage.objects.newest_first(),
        "partners": PartnerIndexPage.objects,
        "partner": PartnerPage.objects.filter(partner__iso_code="IQ"),
        "explainer": AboutPage.objects,
    }
    found = [(name, first_of(rows, language).url) for name, rows in pages.items()]
    return [*found, ("search", f"/{language}/search/?q=2020")]


def first_of(rows: ReadableQuerySet, language: str):
    return rows.filter(locale__language_code=language).readable()[0]


def report(found: dict[str, dict[str, float]]) -> str:
    head = f"{'page':64}{'queries':>10}{'bytes':>10}{'ms':>8}"
    return "\n".join([head, *(line(name, costs) for name, costs in found.items())])


def line(name: str, costs: dict[str, float]) -> str:
    most_queries, most_bytes = LIMITS[name.partition(" ")[0]]
    return (
        f"{name:64}{within(costs['queries'], most_queries):>10}"
        f"{within(costs['bytes'], most_bytes):>10}{costs['seconds'] * 1000:8.1f}"
    )


def within(value: float, limit: int | None) -> str:
    """The value, marked where it is past its limit."""
    return f"{value}{'' if limit is None or value <= limit else ' !'}"
