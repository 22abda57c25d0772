"""In which lists a story stands, for the pages that show those lists."""

from collections.abc import Hashable, Iterator
from datetime import date
from itertools import product

from django.db.models import Q

from coalition.pages.standing import pages_like, standing_of

# Older pages of a list wait for months; beyond so many, for anything in the list.
MOST_MONTHS = 36


def stories(locale_id, **narrowed) -> str:
    """The tag of the stories of a language, or of those among them that pass these filters."""
    filters = "&".join(f"{name}={narrowed[name]}" for name in sorted(narrowed))
    return f"stories:{locale_id}?{filters}"


def of_months(list_tag: str, newest: date, oldest: date) -> list[str]:
    """The tags of a part of a list; that of the whole where the part is a long one."""
    first, last = oldest.year * 12 + oldest.month - 1, newest.year * 12 + newest.month - 1
    if last - first >= MOST_MONTHS:
        return [list_tag]
    return [of_month(list_tag, date(n // 12, n % 12 + 1, 1)) for n in range(first, last + 1)]


def of_month(list_tag: str, day: date) -> str:
    return f"{list_tag}@{day:%Y-%m}"


def what_filters_offer(locale_id) -> str:
    """The tag of the partners and years that stories of a language can be narrowed by."""
    return f"story-filters:{locale_id}"


def ways_on(key) -> str:
    """The tag of the stories that one leads to: the nearest ones, and those to read next."""
    return f"ways-on:{key}"


def places_of(story) -> dict[str, Hashable]:
    """Every list it stands in, and the pages that lead to it because of its place."""
    places = standing_of(story)
    if pages_like(type(story), story.locale_id) not in places:
        return places
    here = (story.date, story.pk)
    for list_tag in lists_of(story):
        places[list_tag] = places[of_month(list_tag, story.date)] = here
    shared = tuple(map(tuple, story.side_notes.keys_to_share))
    ways = dict.fromkeys(map(ways_on, keys_of_neighbours(story)), (here, shared))
    return places | ways | dict.fromkeys(offers_of(story), True)


def lists_of(story) -> Iterator[str]:
    """For each combination of filters that it passes."""
    keys = story.side_notes.keys
    choices = {
        "kind": [story.kind],
        "topic": keys["topics"],
        "partner": keys["partners"],
        "line": keys["lines_of_effort"],
        "year": [story.date.year],
    }
    for chosen in product(*([None, *values] for values in choices.values())):
        named = {name: value for name, value in zip(choices, chosen, strict=True) if value}
        yield stories(story.locale_id, **named)
    if story.campaign_id:
        yield stories(story.locale_id, campaign=story.campaign_id)


def keys_of_neighbours(story) -> set[int]:
    """The stories that lead to it: those beside it, and newer ones that share something with it."""
    partners, topics, campaign = story.side_notes.keys_to_share
    shared = Q(partners__in=partners) | Q(topics__in=topics) | Q(campaign__in=campaign)
    newer = story.others.after(story.place_in_lists).filter(shared)
    beside = story.others.beside(story)
    return {*newer.values_list("pk", flat=True), *beside.values_list("pk", flat=True)}


def offers_of(story) -> Iterator[str]:
    """Filters offer a partner or a year as long as one story has it."""
    partners = set(story.side_notes.keys["partners"])
    known = story.others.filter(partners__in=partners).values_list("partners", flat=True)
    if partners - set(known) or not story.others.of_year(story.date.year).exists():
        yield what_filters_offer(story.locale_id)
