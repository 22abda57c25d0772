"""The changes of the membership as an Atom feed, in the language of its address."""

from dataclasses import dataclass
from datetime import UTC, datetime, time

from django.contrib.syndication.views import Feed
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from coalition.delivery.storable import storable
from coalition.facts import moment
from coalition.facts.wording import ordinal
from coalition.pages.addresses import absolute, tag
from coalition.pages.dates import written_day
from partners.models import Partner
from partners.open_data import licence
from partners.open_data.answers import open_to_all, unless_unchanged
from partners.open_data.changes import Change, Event, changes
from partners.open_data.published import last_change, page_addresses, since_midnight


@dataclass(frozen=True)
class Entry:
    """A change, whom it is about, and where more is said of that."""

    partner: Partner
    change: Change
    address: str

    @property
    def day(self):
        return datetime.combine(self.change.day, time.min, UTC)

    @property
    def told(self):
        """When readers could first know: the day itself, or when the register learnt of it."""
        return max(self.day, self.partner.first_published_at or self.day)


@storable()
@open_to_all
def changes_feed(request):
    partners = list(
        Partner.objects.readable()
        .annotate(changed=last_change())
        .prefetch_related("status_changes")
    )
    response = MembershipFeed(partners)(request)
    changed = partners[0].changed if partners else None
    return unless_unchanged(request, response, since_midnight(changed))


class MembershipFeed(Feed):
    feed_type = Atom1Feed
    feed_copyright = f"{licence.ATTRIBUTION}, {licence.NAME}: {licence.ADDRESS}"

    def __init__(self, partners):
        self.partners = partners

    def title(self):
        return _("Partners of the Global Coalition: changes")

    def subtitle(self):
        return _("Who joined, who was suspended and who left, the latest first.")

    def author_name(self):
        return _("The Global Coalition against Daesh")

    def link(self):
        return absolute(reverse("open_data"))

    def feed_url(self):
        return absolute(reverse("membership_changes"))

    def feed_guid(self):
        return tag(f"partners/changes/{get_language()}")

    def items(self):
        """Every change up to today, the latest first."""
        language, otherwise = get_language(), self.link()
        addresses, today = page_addresses(), moment.today()
        entries = [
            Entry(partner, change, addresses[partner.pk].get(language, otherwise))
            for partner in self.partners
            for change in _changes(partner)
            if change.day <= today
        ]
        return sorted(entries, key=_place, reverse=True)

    def item_guid(self, entry):
        partner, change = entry.partner.public_id, entry.change
        # Somebody joins once, and the day may still be corrected.
        when = "" if change.event == Event.JOINED else f"/{change.day}"
        return tag(f"partners/{partner}/{change.event}{when}/{get_language()}")

    def item_title(self, entry):
        name = {"partner": entry.partner.name, "ordinal": ordinal(entry.partner.ordinal or 0)}
        match entry.change.event:
            case Event.JOINED if entry.partner.ordinal:
                return _("%(partner)s joined as the %(ordinal)s partner") % name
            case Event.JOINED:
                return _("%(partner)s joined") % name
            case Event.SUSPENDED:
                return _("%(partner)s: membership suspended") % name
            case Event.WITHDRAWN:
                return _("%(partner)s withdrew") % name
            case Event.RETURNED:
                return _("%(partner)s is a full member again") % name

    def item_description(self, entry):
        if entry.change.event == Event.JOINED:
            return escape(_("Joined: %(when)s.") % {"when": entry.partner.joined})
        return escape(_("From %(day)s.") % {"day": written_day(entry.change.day)})

    def item_link(self, entry):
        return entry.address

    def item_pubdate(self, entry):
        return entry.day

    def item_updateddate(self, entry):
        return entry.told


def _changes(partner):
    statuses = [(change.from_date, change.status) for change in partner.status_changes.all()]
    return changes(partner.joined_latest, statuses)


def _place(entry):
    return entry.change.day, entry.partner.ordinal or 0, entry.partner.public_id
