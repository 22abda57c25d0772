"""Turns away what no honest reader sends, before any view sees it."""

import re
from collections.abc import Callable, Iterable, Iterator
from http import HTTPStatus
from typing import Final

from django.http import HttpRequest, HttpResponse, QueryDict

from coalition.delivery.outage import error_page
from coalition.delivery.store.response import Application, Environ, StartResponse

# NUL stops PostgreSQL; the others have no place in an address.
CONTROL_CHARACTERS: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
# In a text that somebody has pasted there may be breaks of lines and pages of any kind.
NO_TEXT: Final = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
# The one parameter of a content type that Django needs.
BOUNDARY: Final = re.compile(r';\s*boundary=("[^"]*"|[^;\s"]+)', re.IGNORECASE)
LONGEST_PATH: Final = 2 * 1024
LONGEST_QUERY: Final = 8 * 1024
LONGEST_HEADER: Final = 16 * 1024


def in_utf_8(application: Application) -> Application:
    """A WSGI application around another, which reads all that is sent in one way.

    Django takes everybody's word for theirs and fails before any middleware is asked: Python
    knows "hex" and "undefined" too, and any parameter may be said to be in one. None is needed but
    what stands between the parts of a form.
    """

    def read(environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        kind, _, parameters = environ.get("CONTENT_TYPE", "").partition(";")
        if parameters:
            boundary = BOUNDARY.search(f";{parameters}")
            environ["CONTENT_TYPE"] = kind + (boundary[0] if boundary else "")
        return application(environ, start_response)

    return read


class RefuseNonsense:
    """Answers 400 to control characters, wherever they come from, and to endless words."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if is_nonsense(request):
            return error_page(request, HTTPStatus.BAD_REQUEST)
        return self.get_response(request)


def is_nonsense(request: HttpRequest) -> bool:
    query = request.META.get("QUERY_STRING", "")
    headers = [value for name, value in request.META.items() if name.startswith("HTTP_")]
    is_endless = (
        len(request.path_info) > LONGEST_PATH
        or len(query) > LONGEST_QUERY
        or any(len(header) > LONGEST_HEADER for header in headers)
    )
    # Cookies once more as they are understood: "\\000" in one becomes NUL.
    words = [request.path_info, *_words(request.GET), *headers, *request.COOKIES.values()]
    return (
        is_endless
        or any(CONTROL_CHARACTERS.search(word) for word in words)
        or any(NO_TEXT.search(word) for word in _words(request.POST))
    )


def _words(parameters: QueryDict) -> Iterator[str]:
    for name, texts in parameters.lists():
        yield name
        yield from texts
