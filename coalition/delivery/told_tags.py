"""Tells the store what a page waits for."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from coalition.delivery.kept import asking_once
from coalition.delivery.store.response import PARAMETERS, TAGS, UNTIL
from coalition.delivery.tags import collecting, digest, of_address


class TellTags:
    """Collects all that is read for an answer; a page that may be stored says it in headers.

    Everything else says only where it stands.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with collecting() as collected, asking_once():
            response = self.get_response(request)
        tags = {of_address(request.path)}
        if PARAMETERS in response.headers:
            tags |= collected.tags
            if collected.until is not None:
                response.headers[UNTIL] = str(collected.until)
        response.headers[TAGS] = " ".join(sorted(map(digest, tags)))
        return response
