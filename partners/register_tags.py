"""What pages wait for that show the register, or a number counted in it."""

from collections.abc import Hashable, Iterator
from datetime import date

from wagtail.models import Page

from coalition.delivery.reading import glance, seen_at_a_glance
from coalition.facts import moment
from coalition.pages.standing import months, sitemap_of

REGISTER = "register"
# Where partners' pages are; and when readers last got to see something else of any.
ADDRESSES = "partner-pages"
LAST_CHANGE = "partner-pages:last-change"
# Numbers told for a day to come.
AHEAD = "ahead"


def number_of(day: date, **which: str) -> str:
    """The tag of a number of partners, of a kind or region if so, as of a day."""
    month = f"{day:%Y-%m}" if day <= moment.today() else AHEAD
    return ":".join(["members", *(f"{name}={which[name]}" for name in sorted(which)), month])


def as_counted(partner) -> dict[str, Hashable]:
    """The places of a partner: nothing that leaves all of them as they are changes a number."""
    if not partner.live:
        return {}
    changes = tuple(partner.status_changes.values_list("from_date", "status"))
    names = tuple(partner.names.values_list("language_code", "name"))
    counted = (partner.pk, partner.joined_latest, changes)
    places: dict[str, Hashable] = {
        number_of(day, **which): counted
        for which in counts_of(partner)
        for day in months_since(partner.joined_latest)
    }
    shown = (*counted, partner.kind, partner.region, partner.iso_code, partner.ordinal, names)
    columns = ("locale__language_code", "contributions__line_of_effort__translation_key")
    pages = partner.pages.filter(live=True).values_list("pk", "locale", *columns)
    for key, locale, language, along in pages:
        # Readers find its pages as long as it is public itself.
        places |= {glance(Page, key): True, sitemap_of(language, key): True}
        places[those_with_pages(locale)] = shown
        places[done_along(along, locale)] = shown
    seen = {tag: (fields, names) for tag, fields in seen_at_a_glance(partner).items()}
    return places | {REGISTER: shown} | seen


def as_told(page) -> dict[str, Hashable]:
    """The places of a page of partners in what the open data tells of all of them."""
    return {
        ADDRESSES: (page.pk, page.url_path),
        LAST_CHANGE: (page.pk, page.url_path, page.last_published_at),
    }


def those_with_pages(locale_id: int) -> str:
    """The tag of the partners that have a page in a language."""
    return f"register:{locale_id}"


def done_along(line_key: object, locale_id: int) -> str:
    """The tag of the list of what partners do along a line of effort, in a language."""
    return f"contributions:{line_key}:{locale_id}"


def counts_of(partner) -> list[dict[str, str]]:
    """By what it is counted: see `membership_facts`."""
    kind = {"kind": partner.kind}
    return [{}, kind, kind | {"region": partner.region}]


def months_since(day: date) -> Iterator[date]:
    """A day of each month from then until this one, and one to come."""
    yield from months(day, moment.today())
    yield date.max
