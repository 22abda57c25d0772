"""The register's own side: what is in it, in the words of a file."""

from partners.exchange.columns import COLUMNS, NAME_COLUMNS, Values, normal
from partners.exchange.confidence import apart
from partners.exchange.registered import Registered
from partners.models import Partner
from partners.names import known_names
from partners.vocabulary import Status


def partners_by_id(partners=None) -> dict[str, Partner]:
    """Every partner, drafts too, by public id."""
    everyone = Partner.objects.all() if partners is None else partners
    ordered = everyone.prefetch_related("status_changes").order_by("public_id")
    return {partner.public_id: partner for partner in ordered}


def registered(partners: dict[str, Partner] | None = None) -> list[Registered]:
    everyone = partners_by_id() if partners is None else partners
    return [_registered(partner) for partner in everyone.values()]


def _registered(partner: Partner) -> Registered:
    changes = sorted(partner.status_changes.all(), key=lambda change: change.from_date)
    statuses = tuple((str(change.from_date), change.status) for change in changes)
    return Registered(
        values=_values(partner, *(statuses[-1] if statuses else ("", Status.MEMBER))),
        statuses=statuses,
        has_draft=partner.live and partner.has_unpublished_changes,
    )


def _values(partner: Partner, status_from: str, status: str) -> Values:
    written = {name.language_code: name.name for name in partner.names.all()}
    names = known_names(partner.iso_code, written)
    source, confidence = apart(partner.source)
    values = {
        **{column: names.get(code, "") for code, column in NAME_COLUMNS.items()},
        "public_id": partner.public_id,
        "iso2": partner.iso_code,
        "kind": partner.kind,
        "region": partner.region,
        "joined_earliest": str(partner.joined_earliest),
        "joined_latest": str(partner.joined_latest),
        "ordinal": str(partner.ordinal or ""),
        "website": partner.website,
        "status": str(status),
        "status_from": status_from,
        "live": "yes" if partner.live else "no",
        "source": source,
        "confidence": confidence,
    }
    return {column: normal(values[column]) for column in COLUMNS}
