"""Turns away requests that no honest reader sends, before any view sees them."""

import re
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
from django.template.loader import render_to_string

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
            return HttpResponseBadRequest(render_to_string("400.html", request=request))
        return self.get_response(request)
