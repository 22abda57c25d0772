"""Notes what those who work here were refused, and which lists they took away as files."""

from http import HTTPStatus

from django.conf import settings
from django.contrib.messages import ERROR, get_messages
from django.urls import reverse

from coalition.audit.record import Thing, record


class WatchTheBackOffice:
    """Stands below the middleware of messages: Wagtail refuses by one, and a way home."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if request.path_info.startswith(f"/{settings.ADMIN_PATH}"):
            self.watch(request, response)
        return response

    def watch(self, request, response):
        address = Thing(title=request.path)
        if is_refusal(request, response) and request.user.is_authenticated:
            record("refused", user=request.user, about=address, method=request.method)
        elif is_export(response) and request.user.is_authenticated:
            record("exported", user=request.user, about=address, file=filename_of(response))


def is_refusal(request, response):
    if response.status_code != HTTPStatus.FOUND:
        return response.status_code == HTTPStatus.FORBIDDEN
    sent_away = (reverse("wagtailadmin_home"), reverse("wagtailadmin_login"))
    # What was said in this answer; reading it would take it from whom it is meant for.
    said = getattr(get_messages(request), "_queued_messages", [])
    return response.url.partition("?")[0] in sent_away and any(
        message.level == ERROR for message in said
    )


def is_export(response):
    return response.get("Content-Disposition", "").startswith("attachment")


def filename_of(response):
    return response["Content-Disposition"].partition("filename=")[2].strip('"')
