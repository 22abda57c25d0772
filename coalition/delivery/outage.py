"""What a reader is told when the site itself has failed: from templates alone, in their language.

Nothing here may ask the database for anything: it can be what has failed.
"""

import sys
from http import HTTPStatus
from typing import Final

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.translation import get_language_from_request, override

# Long enough to restart a database, short enough to wait for.
RETRY_AFTER: Final = 30


def failed(request: HttpRequest) -> HttpResponse:
    """Django's `handler500`; called while the exception is still being handled."""
    if isinstance(sys.exc_info()[1], OperationalError | InterfaceError):
        response = error_page(request, HTTPStatus.SERVICE_UNAVAILABLE)
        response.headers["Retry-After"] = str(RETRY_AFTER)
        return response
    return error_page(request, HTTPStatus.INTERNAL_SERVER_ERROR)


def refused(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Django's `handler400`."""
    return error_page(request, HTTPStatus.BAD_REQUEST)


def error_page(request: HttpRequest, status: HTTPStatus) -> HttpResponse:
    """In the language of the address, else the browser's: none may have been chosen yet."""
    language = get_language_from_request(request, check_path=True)
    with override(language):
        page = render_to_string(f"{status.value}.html", {"here": request.path})
    return HttpResponse(page, status=status, headers={"Content-Language": language})
