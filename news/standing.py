"""In which lists a story stands, for the pages that show those lists."""

from collections.abc import Hashable, Iterator
from datetime import date

from coalition.pages.standing import months, pages_like, standing_of

# Older pages of a list wait for months; beyond so many, for years.
MOST_MONTHS = 36
# What is older than that counts as of this year.
FIRST_YEAR = 2014


def stories(locale_id, **one_filter) -> str:
    """The tag of the stories of a language, or of those among them that pass one filter."""
    passing = "".join(f"{name}={value}" for name, value in one_filter.items())
    return f"stories:{locale_id}?{passing}"


class Passing:
    """What announces that a story joins or leaves those that pass all these filters.

    Whoever does so joins or leaves one of the lists that pass a single one of them. Tags for each
    combination would be thousands for a story that names many partners.
    """

    def __init__(self, locale_id, year=None, **filters):
        self.year = year
        single = [stories(locale_id, **{name: value}) for name, value in filters.items()]
        self.lists = single or [stories(locale_id)]

    @property
    def tags(self) -> list[str]:
        return [of_year(each, self.year) for each in self.lists] if self.year else self.lists

    def of_part(self, newest: date, oldest: date | None = None) -> list[str]:
        """The same of an older page: of what stands there between two days, or to the end."""
        if self.year:
            oldest = oldest or date(self.year, 1, 1)
        return [
            tag
            for each in self.lists
            for tag in (of_months(each, newest, oldest) if oldest else of_end(each, newest))
        ]


def of_months(list_tag: str, newest: date, oldest: date) -> list[str]:
    """The tags of a part of a list; where it is a long one, of all from its beginning on."""
    tags = [of_month(list_tag, month) for month in months(oldest, newest)]
    return tags if len(tags) <= MOST_MONTHS else of_end(list_tag, newest)


def of_end(list_tag: str, newest: date) -> list[str]:
    """The tags of the end of a list: of months in the year where it begins, of years before it."""
    here = of_months(list_tag, newest, date(newest.year, 1, 1))
    years = {FIRST_YEAR, *range(FIRST_YEAR, newest.year)}
    return [*here, *(of_year(list_tag, year) for year in years)]


def of_month(list_tag: str, day: date) -> str:
    return f"{list_tag}@{day:%Y-%m}"


def of_year(list_tag: str, year: int) -> str:
    return f"{list_tag}@{max(year, FIRST_YEAR)}"


def what_filters_offer(locale_id) -> str:
    """The tag of the topics, partners and years that stories of a language can be narrowed by."""
    return f"story-filters:{locale_id}"


def ways_on(key) -> str:
    """The tag of the stories that one leads to: the nearest ones, and those to read next."""
    return f"ways-on:{key}"


def places_of(story) -> dict[str, Hashable]:
    """Every list it stands in, and the pages that lead to it because of its place."""
    places = standing_of(story)
    if pages_like(type(story), story.locale_id) not in places:
        return places
    shared = tuple(map(tuple, story.side_notes.keys_to_share))
    here = (story.date, story.pk, shared)
    ways = dict.fromkeys(map(ways_on, keys_of_neighbours(story)), here)
    return places | places_in_lists(story) | ways | dict.fromkeys(offers_of(story), True)


def places_in_lists(story) -> dict[str, Hashable]:
    """In each list, and in what that tells of a month and of a year."""
    return {
        tag: (story.date, story.pk)
        for each in lists_of(story)
        for tag in (each, of_month(each, story.date), of_year(each, story.date.year))
    }


def lists_of(story) -> Iterator[str]:
    """That of all stories, and one for each filter that it passes."""
    keys = story.side_notes.keys
    passed = {
        "kind": [story.kind],
        "topic": keys["topics"],
        "partner": keys["partners"],
        "line": keys["lines_of_effort"],
        "campaign": [story.campaign_id] if story.campaign_id else [],
    }
    yield stories(story.locale_id)
    for name, values in passed.items():
        for value in values:
            yield stories(story.locale_id, **{name: value})


def keys_of_neighbours(story) -> set[int]:
    """The stories that lead to it: those beside it, and newer ones that share something with it."""
    others = story.others
    leading = (others.leading_to(story), others.beside(story))
    return {key for stories in leading for key in stories.values_list("pk", flat=True)}


def offers_of(story) -> Iterator[str]:
    """Filters offer a partner or a year as long as one story has it."""
    others = story.others
    partners = map(others.about_partner, story.side_notes.keys["partners"])
    if not all(stories.exists() for stories in (*partners, others.of_year(story.date.year))):
        yield what_filters_offer(story.locale_id)
