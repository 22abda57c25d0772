"""The language of an answer."""

from http import HTTPStatus

from django.http import FileResponse
from django.middleware.locale import LocaleMiddleware
from django.utils.translation import get_language


class LanguageOfAddress(LocaleMiddleware):
    """Django's, but an address without a language that leads nowhere is simply not found.

    Django would send it below the reader's language, where Wagtail's pattern matches anything,
    only to say "not found" there.
    """

    def process_response(self, request, response):
        if response.status_code == HTTPStatus.NOT_FOUND:
            response.headers.setdefault("Content-Language", get_language())
            return response
        if isinstance(response, FileResponse):
            # A file says the same to every reader: caches in front need only one of it.
            return response
        if "Content-Language" in response.headers:
            # The view chose the language: it does not vary with the reader's.
            return response
        return super().process_response(request, response)
