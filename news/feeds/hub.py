"""Tells the hub of our feeds (WebSub) which of them have changed; it tells their subscribers.

Noted when a story goes public or offline, told by the clock: nobody who publishes waits for it.
"""

import logging
from datetime import timedelta
from urllib.parse import urlencode

from django.conf import settings
from django.utils import timezone
from wagtail.signals import page_published, page_unpublished

from coalition.outbound.client import Client, NotAnswered, Refused
from coalition.pages.addresses import absolute
from news.listing import feed_addresses
from news.models import HubPing, StoryPage

logger = logging.getLogger(__name__)

CLIENT = Client(seconds=5, most_bytes=100_000)
FORM = "application/x-www-form-urlencoded"
# In the first hours more and more seldom, then no more: feed readers ask by themselves too.
MOST_TRIES = 9
AT_ONCE = 50


def listen():
    page_published.connect(note_changed_feeds, sender=StoryPage, dispatch_uid="hub")
    page_unpublished.connect(note_changed_feeds, sender=StoryPage, dispatch_uid="hub")


def note_changed_feeds(instance, **kwargs):
    if not settings.WEBSUB_HUB or is_behind_a_closed_door(instance):
        return
    pings = [HubPing(address=address, due_at=timezone.now()) for address in feeds_with(instance)]
    HubPing.objects.bulk_create(
        pings,
        update_conflicts=True,
        unique_fields=["address"],
        update_fields=["due_at", "tries"],
    )


def is_behind_a_closed_door(story):
    """Asked of what goes offline as well: readers never had it."""
    return not StoryPage.objects.outside_private_sections().filter(pk=story.pk).exists()


def feeds_with(story):
    """The listing's feeds, and those that any single filter leaves the story in."""
    listing = absolute(story.get_parent().url)
    filters = ["", *(f"?{urlencode({name: value})}" for name, value in filters_for(story))]
    return [listing + beside for each in filters for beside in feed_addresses(each).values()]


def filters_for(story):
    yield "kind", story.kind
    yield "year", story.date.year
    yield from (("topic", topic.slug) for topic in story.topics.all())
    yield from (("partner", partner.public_id) for partner in story.partners.all())
    yield from (("line", line.slug) for line in story.lines_of_effort.all())


def tell_hub():
    """How many feeds the hub was told of; it is the same one for all, so the first failure ends."""
    pings = HubPing.objects.due()[:AT_ONCE] if settings.WEBSUB_HUB else []
    told = 0
    for ping in pings:
        problem = problem_telling(ping)
        if problem:
            put_off(ping, problem)
            break
        # Not if it has changed again meanwhile.
        HubPing.objects.filter(pk=ping.pk, due_at=ping.due_at).delete()
        told += 1
    return told


def problem_telling(ping):
    """Why the hub was not told; empty if it was."""
    form = urlencode({"hub.mode": "publish", "hub.url": ping.address})
    try:
        answer = CLIENT.post(settings.WEBSUB_HUB, form.encode(), FORM)
    except (NotAnswered, Refused) as error:
        return str(error)
    return "" if answer.status in range(200, 300) else f"It answered {answer.status}."


def put_off(ping, problem):
    ping.tries += 1
    if ping.tries >= MOST_TRIES:
        logger.error("The hub will not be told of %s: %s", ping.address, problem)
        ping.delete()
        return
    logger.warning("The hub was not told of %s yet: %s", ping.address, problem)
    ping.due_at = timezone.now() + timedelta(minutes=2**ping.tries)
    ping.save(update_fields=["due_at", "tries"])
