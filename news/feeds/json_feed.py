"""A feed as JSON Feed 1.1 (jsonfeed.org)."""

import json

from django.templatetags.static import static

from coalition.pages.addresses import absolute

MEDIA_TYPE = "application/feed+json"
VERSION = "https://jsonfeed.org/version/1.1"


def json_feed(feed, hub=""):
    """The feed as a JSON document."""
    document = {
        "version": VERSION,
        "title": feed.title,
        "description": feed.summary,
        "language": feed.language,
        "home_page_url": feed.address,
        "feed_url": feed.own_addresses[MEDIA_TYPE],
        "icon": absolute(static("img/icon-512.png")),
        "favicon": absolute(static("img/icon-192.png")),
        "authors": [{"name": feed.author}],
        "hubs": [{"type": "WebSub", "url": hub}] if hub else [],
        "items": [_item(entry) for entry in feed.entries],
    }
    return json.dumps(_without_empty(document) | {"items": document["items"]}, ensure_ascii=False)


def _item(entry):
    return _without_empty(
        {
            "id": entry.id,
            "url": entry.address,
            "title": entry.title,
            "summary": entry.summary,
            "content_html": entry.html or entry.title,
            "image": entry.picture,
            "date_published": entry.published.isoformat(),
            "date_modified": entry.updated.isoformat(),
            "tags": entry.tags,
            "attachments": [
                {"url": file.address, "mime_type": file.media_type, "size_in_bytes": file.length}
                for file in entry.enclosures
            ],
        }
    )


def _without_empty(fields):
    return {name: value for name, value in fields.items() if value}
