"""Turns away requests that no honest reader sends, before any view sees them."""

import re
from collections.abc import Callable
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse

from coalition.delivery.outage import error_page

# NUL stops PostgreSQL; the others have no place in an address.
CONTROL_CHARACTERS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def has_control_characters(request: HttpRequest) -> bool:
    values = [request.path_info]
    for name, texts in request.GET.lists():
        values += [name, *texts]
    return any(CONTROL_CHARACTERS.search(value) for value in values)


class RefuseControlCharacters:
    """Answers 400 to an address with control characters in it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if has_control_characters(request):
            return error_page(request, HTTPStatus.BAD_REQUEST)
        return self.get_response(request)
