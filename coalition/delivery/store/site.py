"""The store of this site, as its settings say."""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction

from coalition.delivery.store.address import Address
from coalition.delivery.store.door import StoredPages
from coalition.delivery.store.response import Application, Environ
from coalition.delivery.store.shelf import Shelf


def behind_the_door(
    application: Application, on_page: Callable[[Address], None] | None = None
) -> Application:
    """The same application, handing out stored pages; unchanged where none are stored."""
    if not settings.PAGE_STORE:
        return application
    return StoredPages(application, shelf(settings.PAGE_STORE), is_known, on_page)


def forget_pages() -> None:
    """Let no stored page count any more, once the transaction at hand has come true."""
    if settings.PAGE_STORE:
        # A full disk must not undo what others do then; within a minute pages are made anew anyway.
        transaction.on_commit(shelf(settings.PAGE_STORE).begin_generation, robust=True)


def forget_pages_for_good() -> None:
    """The same, where something was taken away that may not come back, not even for a moment."""
    if settings.PAGE_STORE:
        transaction.on_commit(shelf(settings.PAGE_STORE).forget, robust=True)


@cache
def shelf(folder: str) -> Shelf:
    return Shelf(Path(folder))


def is_known(environ: Environ) -> bool:
    """Whether Django must see this request.

    That of somebody signed in, one to be sent to HTTPS, one to a port that is not ours, whose pages
    would be copies, and one with a cookie that may have to be cleared as its purpose was refused.
    """
    if port_of(environ.get("HTTP_HOST", "")) != port_of(urlsplit(settings.SITE_URL).netloc):
        return True
    if settings.SITE_IS_SECURE and environ.get("HTTP_X_FORWARDED_PROTO") != "https":
        return True
    cookies = environ.get("HTTP_COOKIE", "").split(";")
    names = {cookie.partition("=")[0].strip() for cookie in cookies}
    return not names <= {"", settings.COOKIE_CONSENT_NAME, settings.LANGUAGE_COOKIE_NAME}


def port_of(host: str) -> str:
    return host.partition(":")[2]
