"""Tells those who look after a place of honour when it needs them."""

from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Q
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from wagtail.admin.ui.components import Component

from coalition.home.models import HomePage, HomeSlot
from news.models import StoryPage

AHEAD = timedelta(hours=48)


@dataclass(frozen=True)
class Reminder:
    """A slot, and why somebody should look at it."""

    slot: HomeSlot
    reason: str


def reminders_for(user):
    """Of the slots this person owns; of those that nobody owns, whoever publishes home pages."""
    theirs = Q(owner=user)
    if any(home.permissions_for_user(user).can_publish() for home in HomePage.objects.all()):
        theirs |= Q(owner=None)
    slots = HomeSlot.objects.in_use().filter(theirs).select_related("page__locale", "story")
    stories = StoryPage.objects.readable().filter(pk__in=[slot.story_id for slot in slots])
    readable = set(stories.values_list("pk", flat=True))
    reasons = ((slot, reason_to_look(slot, slot.story_id in readable)) for slot in slots)
    return [Reminder(slot, reason) for slot, reason in reasons if reason]


def reason_to_look(slot, is_readable):
    now = timezone.now()
    until = date_format(timezone.localtime(slot.ends_at), "j F Y H:i")
    if slot.ends_at <= now:
        return _("Ended on %(moment)s. Choose what comes next, or remove it.") % {"moment": until}
    # What is not public before its time has time yet; what was public and is not was withdrawn.
    if not is_readable and (slot.story.live or slot.starts_at <= now):
        return _("Readers may not see this story: it is withdrawn, or not published.")
    if slot.ends_at - now <= AHEAD:
        return _("Ends on %(moment)s: then the rule chooses.") % {"moment": until}
    return ""


class RemindersPanel(Component):
    """On the dashboard; nothing at all if nothing needs its reader."""

    name = "home_slots"
    order = 120
    template_name = "home/reminders.html"

    def get_context_data(self, parent_context):
        return {"reminders": reminders_for(parent_context["request"].user)}
