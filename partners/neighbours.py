"""Which partners' pages stand beside each other, so that a reader can go through them all."""

from dataclasses import dataclass

from coalition.delivery.kept import kept
from coalition.facts import moment
from coalition.pages.standing import pages_like
from partners.names import alphabetical
from partners.register_tags import those_with_pages


@dataclass(frozen=True)
class Neighbour:
    key: int
    name: str
    address: str


@dataclass(frozen=True)
class Neighbours:
    """None where nobody comes before or after."""

    before: Neighbour | None = None
    after: Neighbour | None = None


def beside(page):
    """Who comes before and after a page in the list of partners."""
    name = f"partner-pages:{page.index_page.pk}:{moment.today()}"
    tags = (those_with_pages(page.locale_id), pages_like(type(page), page.locale_id))
    neighbours = kept(name, lambda: in_order(page), tags)
    place = next((place for place, each in enumerate(neighbours) if each.key == page.pk), None)
    if place is None:
        return Neighbours()
    before = neighbours[place - 1] if place else None
    return Neighbours(before, next(iter(neighbours[place + 1 :]), None))


def in_order(page):
    """The pages beside one that the list leads to, in its order."""
    language = page.locale.language_code
    neighbours = [
        Neighbour(each.pk, each.partner.name_in(language), each.url)
        for each in type(page).objects.readable().sibling_of(page).of_members()
    ]
    return sorted(neighbours, key=lambda neighbour: alphabetical(neighbour.name))
