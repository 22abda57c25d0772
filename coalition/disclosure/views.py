"""Where those who look for weaknesses look first."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from coalition.disclosure.security_txt import security_txt


@require_safe
@cache_control(public=True, max_age=24 * 60 * 60)
def show_security_txt(request: HttpRequest) -> HttpResponse:
    return HttpResponse(security_txt(), content_type="text/plain; charset=utf-8")
