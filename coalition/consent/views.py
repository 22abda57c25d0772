"""The page on which a visitor chooses, with or without scripts."""

from cookie_consent.cache import all_cookie_groups
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from coalition.consent.choice import UnknownPurpose, read_choice, write_choice
from coalition.consent.notice import purposes_explained
from coalition.delivery.origin import only_from_our_pages


@never_cache
@only_from_our_pages
@require_http_methods(["GET", "HEAD", "POST"])
def cookies(request: HttpRequest) -> HttpResponse:
    if request.method == "POST":
        return _keep_choice(request)
    return _show(request)


def _keep_choice(request: HttpRequest) -> HttpResponse:
    match request.POST.get("choice"):
        case "accept":
            accepted = list(all_cookie_groups())
        case "refuse":
            accepted = []
        case "save":
            accepted = request.POST.getlist("purpose")
        case _:
            return _show(request, error=_("Choose one of the buttons."), status=400)
    response = HttpResponseRedirect(_way_back(request), status=303)
    try:
        write_choice(response, accepted)
    except UnknownPurpose:
        return _show(request, error=_("One of the purposes does not exist."), status=400)
    return response


def _way_back(request: HttpRequest) -> str:
    address = request.POST.get("next", "")
    if url_has_allowed_host_and_scheme(address, allowed_hosts={request.get_host()}):
        return address
    return f"{reverse('cookies')}?kept"


def _show(request: HttpRequest, error: str = "", status: int = 200) -> HttpResponse:
    choice = read_choice(request)
    context = {
        "purposes": purposes_explained(choice),
        "is_undecided": None in choice.values(),
        "is_kept": "kept" in request.GET,
        "error": error,
    }
    return render(request, "consent/cookies.html", context, status=status)
