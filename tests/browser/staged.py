"""Shows what this process renders, where the served site is not easily brought to say it."""

from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.staticfiles import finders


def show(page, path, html):
    """At this path of the served site, which answers for all that is not static."""
    page.route("**/static/**", send_as_written)
    page.route(f"**{path}", lambda route: route.fulfill(body=html, content_type="text/html"))
    page.goto(path)


def send_as_written(route):
    """The served site's own files have other names, by what is in them."""
    path = urlsplit(route.request.url).path.removeprefix(settings.STATIC_URL)
    if found := finders.find(path):
        route.fulfill(path=found)
    else:
        route.fallback()
