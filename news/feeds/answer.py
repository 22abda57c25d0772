"""Answers feed readers, who ask all day long whether there is anything new."""

from datetime import UTC, datetime
from hashlib import sha256

from django.conf import settings
from django.http import HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.http import http_date

from coalition.delivery.headers import PUBLIC_CACHE_CONTROL
from coalition.delivery.reading import table_of
from coalition.delivery.tags import waiting_for
from news.feeds import atom, json_feed
from news.feeds.entries import MOST_STORIES, feed_of
from news.listing import Selection
from partners.models import Partner
from partners.open_data.answers import ALLOWED_TO_ALL
from partners.open_data.published import last_change_of_register

FORMATS = {atom.MEDIA_TYPE: atom.atom, json_feed.MEDIA_TYPE: json_feed.json_feed}
# Another way of telling the same stories is another feed.
EDITION = "2"


def feed_response(request, index_page, media_type):
    """The feed, or just "not modified" where the reader has it already."""
    selection = Selection(index_page, request.GET)
    changed, newest = state_of(selection)
    answer = HttpResponse(content_type=f"{media_type}; charset=utf-8")
    answer["ETag"] = etag(media_type, settings.SITE_URL, settings.WEBSUB_HUB, changed, newest)
    answer["Last-Modified"] = http_date(changed.timestamp())
    answer["Cache-Control"] = PUBLIC_CACHE_CONTROL
    sent = get_conditional_response(request, answer["ETag"], int(changed.timestamp()), answer)
    if sent is answer:
        feed = feed_of(selection, changed)
        answer["Link"] = discovery(feed.own_addresses[media_type])
        answer.content = FORMATS[media_type](feed, settings.WEBSUB_HUB)
    for name, value in ALLOWED_TO_ALL.items():
        sent[name] = value
    return sent


def state_of(selection):
    """When anything changed, and the newest stories with the moments they were last published.

    One query. The register belongs to it: stories quote numbers of partners, which it may correct.
    """
    rows = selection.passing.annotate(register_changed=last_change_of_register())
    wanted = rows.values_list("pk", "last_published_at", "register_changed")[:MOST_STORIES]
    with waiting_for(*selection.announced_by.tags, table_of(Partner)):
        newest = list(wanted)
    never = datetime(2014, 1, 1, tzinfo=UTC)
    moments = [selection.index_page.last_published_at or never]
    moments += [moment for _, *known in newest for moment in known if moment]
    return max(moments), newest


def etag(*parts):
    return f'"{sha256(repr((EDITION, *parts)).encode()).hexdigest()[:32]}"'


def discovery(address):
    """Where hubs and their subscribers find each other (WebSub)."""
    hub = f'<{settings.WEBSUB_HUB}>; rel="hub", ' if settings.WEBSUB_HUB else ""
    return f'{hub}<{address}>; rel="self"'
