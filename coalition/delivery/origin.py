"""Protects forms of visitors, who have no session, against other sites' pages."""

from collections.abc import Callable
from functools import wraps
from urllib.parse import urlsplit

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt

SAFE_METHODS = ("GET", "HEAD", "OPTIONS")

View = Callable[..., HttpResponse]


def comes_from_us(request: HttpRequest) -> bool:
    """Whether a page of this site sent the request, by what browsers say and pages cannot forge.

    Browsers send `Origin` with every cross-site POST; where there is none, `Referer` must be ours.
    """
    source = request.headers.get("Origin") or request.headers.get("Referer", "")
    try:
        return urlsplit(source)[:2] == (request.scheme, request.get_host())
    except ValueError:
        # What is no address at all, such as http://[
        return False


def only_from_our_pages(view: View) -> View:
    """In place of Django's CSRF token, which would set a cookie before a visitor agreed to any."""

    @csrf_exempt
    @wraps(view)
    def guarded(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        if request.method not in SAFE_METHODS and not comes_from_us(request):
            raise PermissionDenied("This form was not sent from a page of this site.")
        return view(request, *args, **kwargs)

    return guarded
