"""Partners and their pages."""

from coalition.demo.builders.rows import in_order, keep_row
from coalition.demo.builders.tree import build_page, child_of, home_page
from partners.models import (
    Contribution,
    Partner,
    PartnerIndexPage,
    PartnerName,
    PartnerPage,
    StatusChange,
)


def build_partner(  # noqa: PLR0913 - a register entry simply has this many facts.
    iso_code="IQ",
    *,
    region="middle-east",
    joined="2014-09-10",
    names=None,
    status_changes=(),
    live=True,
    by=None,
    **fields,
):
    """A partner that joined on a day, or between two days: `joined=("2017-11-01", "2017-11-30")`.

    `names` are those that differ from CLDR's, by language; `status_changes` dicts of their fields.
    """
    earliest, latest = (joined, joined) if isinstance(joined, str) else joined
    partner = Partner(
        iso_code=iso_code,
        region=region,
        joined_earliest=earliest,
        joined_latest=latest,
        names=in_order(
            PartnerName(language_code=language, name=name)
            for language, name in (names or {}).items()
        ),
        status_changes=[StatusChange(**change) for change in status_changes],
        **fields,
    )
    return keep_row(partner, live=live, by=by)


def build_partner_index(home=None, *, title="Partners", slug="partners", **fields):
    return build_page(PartnerIndexPage, home or home_page(), title=title, slug=slug, **fields)


def build_partner_page(parent=None, *, partner=None, title="", contributions=(), **fields):
    """A partner's page below the partner index (the English one if none is given).

    `contributions` are dicts of their fields.
    """
    parent = parent or child_of(home_page(), PartnerIndexPage, build_partner_index)
    partner = partner or build_partner()
    title = title or partner.name_in(parent.locale.language_code)
    return build_page(
        PartnerPage,
        parent,
        partner=partner,
        title=title,
        contributions=in_order(Contribution(**contribution) for contribution in contributions),
        **fields,
    )
