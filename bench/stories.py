"""Very many stories, made of the demo's few without asking the models one by one.

Each is published, found, referenced and logged as its pattern is; none has earlier versions or
other languages.
"""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from uuid import uuid4

from django.db import connection, models, transaction
from django.db.models import OuterRef, Subquery
from django.db.models.functions import TruncDate
from wagtail.models import Page, PageLogEntry

from coalition.demo.planting import analyse
from coalition.pages.imprint import Imprint
from coalition.search.models import Entry
from news.models import NewsIndexPage, StoryPage

BATCH = 2_000
FIRST_DAY = datetime(2014, 9, 10, tzinfo=UTC)
LAST_DAY = datetime(2020, 5, 1, tzinfo=UTC)

# Where a page stands in the tree, and when it was published.
Place = tuple[str, datetime]


def fill_to(total: int, language: str = "en") -> None:
    """Let a language have this many stories, spread evenly over the years."""
    index = NewsIndexPage.objects.get(locale__language_code=language)
    patterns = list(StoryPage.objects.readable().child_of(index).order_by("pk"))
    while index.numchild < total:
        with transaction.atomic():
            add(index, patterns, min(BATCH, total - index.numchild))
    analyse()


def add(index: NewsIndexPage, patterns: list[StoryPage], number: int) -> None:
    """Page rows of our own making; what hangs on them the database copies from their patterns."""
    places = list(zip(new_paths(index, number), spread(LAST_DAY - FIRST_DAY, number), strict=True))
    for pattern, share in dealt(places, patterns):
        pages = Page.objects.bulk_create(copied(pattern, index, *place) for place in share)
        keys = (pages[0].pk, pages[-1].pk)
        for model, column in hanging_on_stories():
            copy_rows(model, column, pattern.pk, keys)
        published = Page.objects.filter(pk=OuterRef("pk")).values(
            day=TruncDate("first_published_at")
        )
        StoryPage.objects.filter(pk__gte=keys[0], pk__lte=keys[1]).update(date=Subquery(published))
    index.numchild += number
    Page.objects.filter(pk=index.pk).update(numchild=index.numchild)


def new_paths(index: NewsIndexPage, number: int) -> list[str]:
    last = index.get_last_child().path
    first_step = Page._str2int(last[-Page.steplen :]) + 1
    steps = range(first_step, first_step + number)
    return [Page._get_path(index.path, index.depth + 1, step) for step in steps]


def dealt(
    places: list[Place], patterns: list[StoryPage]
) -> Iterator[tuple[StoryPage, list[Place]]]:
    """A share of the places for each pattern that gets any, from the first day to the last."""
    for number, pattern in enumerate(patterns):
        if share := places[number :: len(patterns)]:
            yield pattern, share


def spread(period: timedelta, number: int) -> Iterator[datetime]:
    return (FIRST_DAY + period * place / number for place in range(number))


def copied(pattern: StoryPage, index: NewsIndexPage, path: str, day: datetime) -> Page:
    fields = [field.attname for field in Page._meta.concrete_fields if not field.primary_key]
    page = Page(**{name: getattr(pattern, name) for name in fields})
    page.path = path
    page.slug = f"{pattern.slug}-{path[-Page.steplen :].lower()}"
    page.url_path = f"{index.url_path}{page.slug}/"
    page.translation_key = uuid4()
    page.first_published_at = page.last_published_at = day
    page.latest_revision = page.live_revision = None
    return page


def hanging_on_stories() -> list[tuple[type[models.Model], str]]:
    """Tables with rows of a story, and the column that names it."""
    chosen = [field.remote_field.through for field in StoryPage._meta.local_many_to_many]
    return [
        (StoryPage, "page_ptr_id"),
        *((model, "storypage_id") for model in chosen),
        *((model, "page_id") for model in (Entry, Imprint, PageLogEntry)),
    ]


def copy_rows(model: type[models.Model], column: str, pattern: int, keys: tuple[int, int]) -> None:
    """Give each page of these keys the rows that its pattern has."""
    quoted = connection.ops.quote_name
    names = [f.column for f in model._meta.local_concrete_fields if f.column not in ("id", column)]
    others = "".join(f", {quoted(name)}" for name in names)
    copied_others = "".join(f", rows.{quoted(name)}" for name in names)
    table, key = quoted(model._meta.db_table), quoted(column)
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {table} ({key}{others}) SELECT page.id{copied_others}"  # noqa: S608 - names of our own models.
            f" FROM {table} rows, wagtailcore_page page"
            f" WHERE rows.{key} = %s AND page.id BETWEEN %s AND %s",
            [pattern, *keys],
        )
