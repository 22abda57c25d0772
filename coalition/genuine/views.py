"""The page on which readers check a text; what they paste is answered and kept nowhere."""

from typing import Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_http_methods

from coalition.delivery.limits import Limit
from coalition.delivery.origin import only_from_our_pages
from coalition.delivery.visitors import address_of
from coalition.genuine.dossier import dossier_of
from coalition.genuine.forms import DoubtForm
from coalition.genuine.models import read_reference
from coalition.genuine.verdict import verdict_on

LIMIT: Final = Limit("genuine", seconds=600, from_one_household=30, from_everybody=600)


@cache_control(private=True, no_store=True)
@only_from_our_pages
@require_http_methods(["GET", "HEAD", "POST"])
def genuine(request: HttpRequest) -> HttpResponse:
    """A reference may stand in the address, a text never does."""
    if request.method != "POST":
        typed = request.GET.get("reference", "")
        given = about(typed) if read_reference(typed) else {}
        return _show(request, DoubtForm(initial={"text": typed} if given else {}), **given)
    form = DoubtForm(request.POST)
    if not form.is_valid():
        return _show(request, form, status=400)
    if not LIMIT.has_room_for(address_of(request)):
        return _show(request, form, is_full=True, status=429)
    return _show(request, form, **about(form.cleaned_data["text"]))


def about(text: str) -> dict[str, object]:
    """What the template is to tell of a reference, or else of a text."""
    reference = read_reference(text)
    if reference is None:
        return {"verdict": verdict_on(text)}
    dossier = dossier_of(*reference)
    return {"dossier": dossier, "is_unknown": dossier is None}


def _show(
    request: HttpRequest, form: DoubtForm, status: int = 200, **given: object
) -> HttpResponse:
    return render(request, "genuine/genuine.html", {"form": form, **given}, status=status)
