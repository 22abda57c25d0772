"""Whether what a partner will be makes sense as a whole."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from partners.exchange.columns import NAME_COLUMNS, Values
from partners.names import is_territory
from partners.vocabulary import Kind


def contradictions(after: Values, before: Values) -> Iterator[tuple[str, str]]:
    """The column to look at, and what is wrong."""
    code = after["iso2"]
    if code and code != before["iso2"] and not is_territory(code):
        yield "iso2", _("“%(code)s” is the code of no territory that we know.") % {"code": code}
    if after["kind"] == Kind.STATE and not code:
        yield "iso2", _("A state needs its ISO code.")
    if after["kind"] == Kind.STATE and not after["region"]:
        yield "region", _("A state needs its region.")
    if not any(after[column] for column in NAME_COLUMNS.values()):
        yield "name_en", _("A partner needs a name.")
    yield from _contradictory_days(after)


def _contradictory_days(after: Values) -> Iterator[tuple[str, str]]:
    earliest, latest = after["joined_earliest"], after["joined_latest"]
    if not earliest:
        yield "joined_earliest", _("When did it join, at the earliest?")
    if not latest:
        yield "joined_latest", _("When had it certainly joined?")
    if earliest and latest and earliest > latest:
        days = {"earliest": earliest, "latest": latest}
        yield "joined_earliest", _("%(earliest)s is after joined_latest, %(latest)s.") % days
    if after["status_from"] and after["status_from"] < earliest:
        yield "status_from", _("No status can change before the partner has joined.")
