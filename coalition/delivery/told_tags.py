"""Tells the store what a page waits for."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from coalition.delivery.store.response import PARAMETERS, TAGS, UNTIL
from coalition.delivery.tags import collecting, digest


class TellTags:
    """Collects all that is read for an answer; a page that may be stored says it in headers."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with collecting() as collected:
            response = self.get_response(request)
        if PARAMETERS in response.headers:
            response.headers[TAGS] = " ".join(sorted(map(digest, collected.tags)))
            if collected.until is not None:
                response.headers[UNTIL] = str(collected.until)
        return response
