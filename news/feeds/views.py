"""The address of a JSON feed."""

from coalition.pages.routing import serve


def json_feed_below(request, path):
    """The JSON feed of the listing at this path: Wagtail's own addresses have no dots."""
    return serve(request, f"{path}feed/json/")
