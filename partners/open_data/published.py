"""Reads from the register what may be published of it."""

from collections import defaultdict
from datetime import UTC, date, datetime, time
from urllib.parse import urljoin

from django.conf import settings
from django.db.models import DateTimeField, OuterRef, Subquery, Value
from django.db.models.functions import Coalesce, Greatest
from django.utils import timezone
from wagtail.models import ModelLogEntry, PageLogEntry

from coalition.delivery.tags import wait_for, waiting_for
from coalition.facts import moment
from partners.models import Partner, PartnerPage, StatusChange
from partners.names import known_names
from partners.open_data.record import Joined, PartnerRecord, Publication
from partners.register_tags import ADDRESSES, LAST_CHANGE

# What Wagtail logs when visitors see something else than before.
VISIBLE_ACTIONS = [
    "wagtail.publish",
    "wagtail.unpublish",
    "wagtail.delete",
    "wagtail.move",
    "wagtail.view_restriction.create",
    "wagtail.view_restriction.edit",
    "wagtail.view_restriction.delete",
]
LONG_AGO = Value(datetime(1970, 1, 1, tzinfo=UTC), DateTimeField())


def publication(as_of: date | None = None) -> Publication:
    """The partners of a day, today's if none is given; four queries however many they are."""
    day = as_of or moment.today()
    partners = list(
        Partner.objects.members(as_of=day)
        .annotate(status_from=status_from(day), changed=last_change())
        .order_by("public_id")
    )
    addresses = page_addresses()
    records = [_record(partner, addresses[partner.pk]) for partner in partners]
    changed = partners[0].changed if partners else None
    # Without a day in the address, the same address tells of another day from midnight on.
    return Publication(day, records, changed if as_of else since_midnight(changed))


def page_addresses() -> dict[int, dict[str, str]]:
    """The full addresses of the readable pages, by partner and language."""
    pages = PartnerPage.objects.readable().select_related("locale")
    addresses = defaultdict(dict)
    with waiting_for(ADDRESSES, row_by_row=False):
        for page in pages.only("url_path", "partner_id", "locale__language_code"):
            address = urljoin(settings.SITE_URL, page.get_url())
            addresses[page.partner_id][page.locale.language_code] = address
    return addresses


def status_from(day: date) -> Subquery:
    """Since when each partner has the status of a day; null if it had no other before."""
    changes = StatusChange.objects.filter(partner=OuterRef("pk"), from_date__lte=day)
    return Subquery(changes.order_by("-from_date").values("from_date")[:1])


def last_change() -> Greatest:
    """When visitors last got to see something else of any partner or partner page."""
    wait_for(LAST_CHANGE)
    return Greatest(last_change_of_register(), _latest_in(PageLogEntry))


def last_change_of_register() -> Coalesce:
    """The same of partners alone: what is told of them on their pages is left out."""
    return _latest_in(ModelLogEntry)


def since_midnight(changed: datetime | None) -> datetime | None:
    """Today's midnight, if nothing has changed since then."""
    midnight = timezone.make_aware(datetime.combine(moment.today(), time.min))
    return changed and max(changed, midnight)


def _latest_in(log: type[ModelLogEntry] | type[PageLogEntry]) -> Coalesce:
    entries = log.objects.filter(content_type__app_label="partners", action__in=VISIBLE_ACTIONS)
    return Coalesce(Subquery(entries.order_by("-timestamp").values("timestamp")[:1]), LONG_AGO)


def _record(partner: Partner, pages: dict[str, str]) -> PartnerRecord:
    written = {name.language_code: name.name for name in partner.names.all()}
    return PartnerRecord(
        id=partner.public_id,
        kind=partner.kind,
        iso_code=partner.iso_code or None,
        region=partner.region or None,
        names=known_names(partner.iso_code, written),
        joined=Joined(partner.joined_earliest, partner.joined_latest),
        ordinal=partner.ordinal,
        status=partner.status,
        status_from=partner.status_from,
        website=partner.website or None,
        pages=pages,
    )
