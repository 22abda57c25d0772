"""What a reader is told when there is no page to show: from one template, in their language.

Nothing here may ask the database for anything: it can be what has failed.
"""

import errno
import sys
from collections.abc import Iterable
from http import HTTPStatus
from pathlib import Path
from typing import Final, NamedTuple

from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.core.handlers.exception import convert_exception_to_response
from django.core.handlers.wsgi import WSGIRequest
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.middleware.security import SecurityMiddleware
from django.template.loader import render_to_string
from django.utils.functional import Promise
from django.utils.translation import get_language_from_request, override
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from coalition.delivery.headers import HeadersMiddleware
from coalition.delivery.store.files import write
from coalition.delivery.store.response import Environ, StartResponse

# Long enough to restart a database, short enough to wait for.
RETRY_AFTER: Final = 30
NO_ROOM: Final = {errno.ENOSPC, errno.EDQUOT}


class Words(NamedTuple):
    title: Promise
    text: Promise
    may_try_again: bool = False


WORDS: Final = {
    HTTPStatus.BAD_REQUEST: Words(
        _("We cannot read this address"),
        _(
            "It holds something that no address of this site does. Please check it, or begin at"
            " the front page."
        ),
    ),
    HTTPStatus.GONE: Words(
        _("This is no longer here"),
        _("It was published here once, and has been taken away for good."),
    ),
    HTTPStatus.TOO_MANY_REQUESTS: Words(
        _("So much at once is more than we can answer"),
        _(
            "From the network that you use, too much was asked of us just now, perhaps by somebody"
            " else. Please wait half a minute, then ask again."
        ),
    ),
    HTTPStatus.INTERNAL_SERVER_ERROR: Words(
        _("Something went wrong here"),
        _("The fault is ours, and it has been noted. Please try again in a few minutes."),
        may_try_again=True,
    ),
    HTTPStatus.SERVICE_UNAVAILABLE: Words(
        _("This page has to wait a moment"),
        _(
            "We cannot reach our records just now. Pages that were read lately can still be read;"
            " for this one, please try again in half a minute."
        ),
        may_try_again=True,
    ),
    HTTPStatus.INSUFFICIENT_STORAGE: Words(
        _("There is no room for this file"),
        _(
            "The disk for pictures and documents is full, and nothing was saved. Please tell those"
            " who run this server. What you wrote is still in your browser: go back one page."
        ),
    ),
}


def failed(request: HttpRequest) -> HttpResponse:
    """Django's `handler500`; called while the exception is still being handled."""
    error = sys.exc_info()[1]
    if isinstance(error, OperationalError | InterfaceError):
        return unavailable(request)
    if isinstance(error, OSError) and error.errno in NO_ROOM:
        return error_page(request, HTTPStatus.INSUFFICIENT_STORAGE)
    return error_page(request, HTTPStatus.INTERNAL_SERVER_ERROR)


def refused(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Django's `handler400`; who means another host learns that, and nothing of ours."""
    if isinstance(exception, DisallowedHost):
        return HttpResponse(status=HTTPStatus.MISDIRECTED_REQUEST)
    return error_page(request, HTTPStatus.BAD_REQUEST)


def unavailable(request: HttpRequest) -> HttpResponse:
    response = error_page(request, HTTPStatus.SERVICE_UNAVAILABLE)
    response.headers["Retry-After"] = str(RETRY_AFTER)
    return response


def no_room(environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
    """The same as a WSGI application: too many wait for Django already."""
    guarded = convert_exception_to_response(SecurityMiddleware(unavailable))
    # Django's type may be waited for, and this one is not.
    answer = HeadersMiddleware(guarded)(WSGIRequest(environ))  # type: ignore[arg-type]
    start_response(f"{answer.status_code} {answer.reason_phrase}", list(answer.items()))
    return [b"" if environ["REQUEST_METHOD"] == "HEAD" else answer.content]


@require_safe
def busy(request: HttpRequest) -> HttpResponse:
    """What nginx shows in place of a page to whoever asks too much."""
    response = error_page(request, HTTPStatus.TOO_MANY_REQUESTS)
    response.headers["Retry-After"] = str(RETRY_AFTER)
    return response


def error_page(request: HttpRequest, status: HTTPStatus) -> HttpResponse:
    """In the language of the address, else the browser's: none may have been chosen yet."""
    language = get_language_from_request(request, check_path=True)
    page = page_in(language, status, request.path)
    return HttpResponse(page, status=status, headers={"Content-Language": language})


def page_in(language: str, status: HTTPStatus, here: str = "") -> str:
    """Whoever tries again asks for the address in the browser's bar if none is told."""
    context = {"code": status.value, "here": here, **WORDS[status]._asdict()}
    with override(language):
        return render_to_string("error_without_database.html", context)


def write_pages_for(folder: Path) -> None:
    """What a web server in front says of the site while that is away: a file for each language."""
    folder.mkdir(parents=True, exist_ok=True)
    for language, _name in settings.LANGUAGES:
        page = page_in(language, HTTPStatus.SERVICE_UNAVAILABLE)
        write(folder / f"{language}.html", page.encode())
