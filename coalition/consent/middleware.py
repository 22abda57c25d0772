"""Lets django-cookie-consent clear the cookies of outdated answers too."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from coalition.consent.choice import forget_outdated


class ForgetOutdatedAnswers:
    """Stands before the library's middleware: an answer to words of the past counts as none."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        forget_outdated(request)
        return self.get_response(request)
