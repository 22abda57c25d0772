"""The moments at which a home page will change by itself, as far as anybody knows today."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Revision

from coalition.campaigns.models import CampaignPage
from coalition.sitewide.models import AlertBanner
from news.models import StoryPage


@dataclass(frozen=True, order=True)
class Turn:
    """What changes, and when."""

    moment: datetime
    what: str


def turns_ahead(home):
    """Soonest first; `home` may be a draft."""
    now = timezone.now()
    turns = [*_of_slots(home), *_of_stories(home), *_of_campaigns(home), *_of_alerts(home)]
    return sorted(turn for turn in turns if turn.moment > now)


def _of_slots(home):
    for slot in home.slots.all():
        words = {"title": slot.story.title_in_lists, "place": slot.get_place_display()}
        yield Turn(slot.starts_at, _("“%(title)s” takes a place: %(place)s") % words)
        yield Turn(slot.ends_at, _("“%(title)s” leaves a place: %(place)s") % words)


def _of_stories(home):
    scheduled = Revision.page_revisions.filter(approved_go_live_at__isnull=False)
    moments = dict(scheduled.values_list("object_id", "approved_go_live_at"))
    stories = StoryPage.objects.in_language_of(home).filter(pk__in=map(int, moments))
    for story in stories:
        words = {"title": story.title_in_lists}
        yield Turn(moments[str(story.pk)], _("“%(title)s” is published") % words)


def _of_campaigns(home):
    for campaign in CampaignPage.objects.readable().child_of(home):
        words = {"title": campaign.title_in_lists}
        yield Turn(_midnight(campaign.start), _("The campaign “%(title)s” begins") % words)
        if campaign.end:
            after = _midnight(campaign.end + timedelta(days=1))
            yield Turn(after, _("The campaign “%(title)s” is over") % words)


def _of_alerts(home):
    for alert in AlertBanner.objects.filter(live=True, locale_id=home.locale_id):
        words = {"title": alert.title}
        if alert.show_from:
            yield Turn(alert.show_from, _("The alert “%(title)s” appears") % words)
        if alert.show_until:
            yield Turn(alert.show_until, _("The alert “%(title)s” goes") % words)


def _midnight(day):
    return timezone.make_aware(datetime.combine(day, time.min))
