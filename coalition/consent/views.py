"""The page on which a visitor chooses, with or without scripts, and sees what was kept."""

from http import HTTPStatus
from typing import Final

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control, never_cache
from django.views.decorators.http import require_http_methods, require_safe

from coalition.consent.choice import UnknownPurpose, read_choice, says_no, write_choice
from coalition.consent.forms import ReceiptFinder
from coalition.consent.models import Receipt
from coalition.consent.notice import purposes_explained
from coalition.consent.receipts import Answer, write_receipt
from coalition.consent.registry import versions
from coalition.delivery.light.choice import chosen_before
from coalition.delivery.limits import Limit
from coalition.delivery.origin import only_from_our_pages
from coalition.delivery.visitors import address_of

# No flood fills the table of receipts, and several people may share an address.
LIMIT: Final = Limit("consent", 60, from_one_household=30, from_everybody=1_200)
# The day this answer to the signal was last thought over.
GPC_UPDATED = "2026-11-22"


class Refused(Exception):
    """An answer that cannot be kept: what to tell the visitor, and the status to say it with."""

    def __init__(self, message: str, status: HTTPStatus) -> None:
        self.message = message
        self.status = status


@never_cache
@only_from_our_pages
@require_http_methods(["GET", "HEAD", "POST"])
def cookies(request: HttpRequest) -> HttpResponse:
    if request.method != "POST":
        return _show(request)
    try:
        return _keep(request)
    except Refused as refused:
        return _show(request, refused.message, refused.status)


@require_safe
@cache_control(public=True, max_age=24 * 60 * 60)
def gpc(request: HttpRequest) -> HttpResponse:
    """That we honour the signal, for those who ask at its well-known address."""
    return JsonResponse({"gpc": True, "lastUpdate": GPC_UPDATED})


def _keep(request: HttpRequest) -> HttpResponse:
    accepted = _accepted(request)
    if not LIMIT.has_room_for(address_of(request)):
        message = _("Too many answers came from your network. Please try again in a minute.")
        raise Refused(message, HTTPStatus.TOO_MANY_REQUESTS)
    kept = HttpResponse()
    try:
        write_choice(kept, accepted)
    except UnknownPurpose:
        raise Refused(_("One of the purposes does not exist."), HTTPStatus.BAD_REQUEST) from None
    receipt = write_receipt(_answer(request, accepted))
    return _answered(request, kept, receipt)


def _accepted(request: HttpRequest) -> list[str]:
    match request.POST.get("choice"):
        case "accept":
            return list(versions())
        case "refuse":
            return []
        case "allow":
            # One more purpose, as from a film: the others stay as they were chosen.
            before = [key for key, chosen in read_choice(request).items() if chosen]
            return [*before, *request.POST.getlist("purpose")]
        case "save":
            return request.POST.getlist("purpose")
    raise Refused(_("Choose one of the buttons."), HTTPStatus.BAD_REQUEST)


def _answer(request: HttpRequest, accepted: list[str]) -> Answer:
    surface = request.POST.get("surface")
    return Answer(
        choices={key: key in accepted for key in versions()},
        language=get_language() or "",
        surface=surface if surface in Receipt.Surface else Receipt.Surface.PAGE,
        signal="gpc" if says_no(request) else "",
    )


def _answered(request: HttpRequest, kept: HttpResponse, receipt: Receipt) -> HttpResponse:
    """To a script, where the receipt is; everybody else sees it, with the way back."""
    way_back = _way_back(request)
    shown = {"receipt": receipt.number} | ({"next": way_back} if way_back else {})
    place = reverse("cookies", query=shown | chosen_before(request))
    if request.accepts("text/html"):
        response: HttpResponse = HttpResponseRedirect(place, status=303)
    else:
        response = JsonResponse({"receipt": place})
    response.cookies = kept.cookies
    return response


def _way_back(request: HttpRequest) -> str:
    """The page of ours on which somebody was before; nothing where that is not known."""
    said = request.POST.get("next") or request.GET.get("next")
    ours = request.build_absolute_uri("/").removesuffix("/")
    address = said or request.headers.get("Referer", "").removeprefix(ours)
    is_path = address.startswith("/") and url_has_allowed_host_and_scheme(address, None)
    return address if is_path and address.partition("?")[0] != request.path else ""


def _show(
    request: HttpRequest, error: str = "", status: HTTPStatus = HTTPStatus.OK
) -> HttpResponse:
    choice = read_choice(request)
    finder = ReceiptFinder(request.GET if "receipt" in request.GET else None)
    context = {
        "purposes": purposes_explained(_ticked(request) or choice),
        "is_undecided": None in choice.values(),
        "says_no": says_no(request),
        "finder": finder,
        "receipt": finder.cleaned_data["receipt"] if finder.is_valid() else None,
        "error": error,
        "way_back": _way_back(request),
    }
    return render(request, "consent/cookies.html", context, status=status)


def _ticked(request: HttpRequest) -> dict[str, bool]:
    """What somebody ticked on this very page and could not send; nothing otherwise."""
    if request.POST.get("surface") != Receipt.Surface.PAGE:
        return {}
    ticked = request.POST.getlist("purpose")
    return {key: key in ticked for key in versions()}
