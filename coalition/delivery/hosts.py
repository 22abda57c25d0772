"""Who is answered at which host: the back office may live on one of its own."""

from collections.abc import Callable

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse, HttpResponseNotFound
from django.http.request import split_domain_port

from coalition.delivery.headers import REPORTS

Answer = Callable[[HttpRequest], HttpResponse]


class KeepHostsApart:
    """With `ADMIN_HOST`, nothing of visitors' is found there, and no back office elsewhere."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if settings.ADMIN_HOST and is_at_a_wrong_door(request):
            return HttpResponseNotFound()
        return self.get_response(request)


class EverybodyIsAVisitor:
    """Stands in for sessions and signing in, where there are none."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.user = AnonymousUser()
        return self.get_response(request)


def is_at_a_wrong_door(request: HttpRequest) -> bool:
    of_both = (settings.STATIC_URL, settings.MEDIA_URL, "/documents/", REPORTS)
    if request.path_info.startswith(of_both):
        return False
    host, _ = split_domain_port(request.get_host())
    is_for_staff: bool = request.path_info.startswith(f"/{settings.ADMIN_PATH}")
    is_host_of_staff: bool = host == settings.ADMIN_HOST
    return is_for_staff != is_host_of_staff
