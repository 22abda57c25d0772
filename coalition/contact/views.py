"""Where the form is sent to, and what the reader is told then."""

from typing import Final

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods, require_safe

from coalition.contact.forms import MessageForm
from coalition.contact.mailing import mail
from coalition.contact.models import Message
from coalition.delivery.light.choice import chosen_before
from coalition.delivery.limits import Limit
from coalition.delivery.origin import only_from_our_pages
from coalition.delivery.visitors import address_of

LIMIT: Final = Limit("contact", 24 * 60 * 60, from_one_household=5, from_everybody=300)


@only_from_our_pages
@require_http_methods(["GET", "HEAD", "POST"])
def send(request: HttpRequest) -> HttpResponse:
    """The same form as on the page it was sent from, with what was wrong in it."""
    if request.method != "POST":
        return _show(request, MessageForm())
    form = MessageForm(request.POST)
    if not form.is_valid():
        return _show(request, form, status=400)
    if not LIMIT.has_room_for(address_of(request)):
        return _show(request, form, is_full=True, status=429)
    message = form.keep(get_language())
    # Where nobody can sign in nothing is mailed either: the clock does that.
    if message.status != Message.Status.SPAM and not settings.PUBLIC_ONLY:
        mail(message)
    place = reverse("message_sent", query=chosen_before(request))
    return HttpResponseRedirect(place, status=303)


@require_safe
def sent(request: HttpRequest) -> HttpResponse:
    return render(request, "contact/sent.html", {"days": settings.CONTACT_RETENTION_DAYS})


def _show(
    request: HttpRequest, form: MessageForm, is_full: bool = False, status: int = 200
) -> HttpResponse:
    context = {"form": form, "is_full": is_full, "days": settings.CONTACT_RETENTION_DAYS}
    return render(request, "contact/send.html", context, status=status)
