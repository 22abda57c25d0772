"""How an answer reaches programs on other sites: open to all, and sent again only if changed."""

from collections.abc import Callable
from datetime import datetime
from functools import wraps
from hashlib import sha256
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.cache import get_conditional_response
from django.utils.http import http_date
from django.views.decorators.csrf import csrf_exempt

from coalition.delivery.headers import PUBLIC_CACHE_CONTROL, PUBLIC_POLICY, policy_header
from partners.open_data import licence
from partners.open_data.parameters import BadParameter

METHODS = "GET, HEAD, OPTIONS"
ALLOWED_TO_ALL = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "ETag, Link",
    "Cross-Origin-Resource-Policy": "cross-origin",
}
# What a browser asks before it sends these headers to another site.
PREFLIGHT = {
    "Access-Control-Allow-Methods": METHODS,
    "Access-Control-Allow-Headers": "If-Modified-Since, If-None-Match",
    "Access-Control-Max-Age": "86400",
}
MAY_BE_FRAMED = policy_header(PUBLIC_POLICY | {"frame-ancestors": "*"})

View = Callable[..., HttpResponse]


def open_to_all(view: View) -> View:
    """Lets pages of any site read what the view answers, errors too; refuses all but reading."""

    @csrf_exempt
    @wraps(view)
    def open_view(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        response = _answer(view, request, *args, **kwargs)
        for name, value in ALLOWED_TO_ALL.items():
            response.headers[name] = value
        return response

    return open_view


def _answer(view: View, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
    if request.method == "OPTIONS":
        return HttpResponse(status=HTTPStatus.NO_CONTENT, headers=PREFLIGHT | {"Allow": METHODS})
    if request.method not in ("GET", "HEAD"):
        return HttpResponse(status=HTTPStatus.METHOD_NOT_ALLOWED, headers={"Allow": METHODS})
    try:
        return view(request, *args, **kwargs)
    except BadParameter as error:
        return _problem(error)


def _problem(error: BadParameter) -> HttpResponse:
    """RFC 9457, in English whatever the reader's language: its readers are programs."""
    return JsonResponse(
        {
            "title": error.title,
            "status": error.status,
            "detail": error.detail,
            "parameter": error.parameter,
        },
        status=error.status,
        content_type="application/problem+json",
        headers={"Content-Language": "en"},
    )


def unless_unchanged(
    request: HttpRequest, response: HttpResponse, changed: datetime | None = None
) -> HttpResponse:
    """The response, named by its content; or just "not modified" if the reader has it already."""
    etag = f'"{sha256(response.content).hexdigest()[:32]}"'
    response.headers["ETag"] = etag
    response.headers["Cache-Control"] = PUBLIC_CACHE_CONTROL
    response.headers["Link"] = f'<{licence.ADDRESS}>; rel="license"'
    if changed:
        response.headers["Last-Modified"] = http_date(changed.timestamp())
    last_modified = int(changed.timestamp()) if changed else None
    return get_conditional_response(request, etag, last_modified, response) or response
