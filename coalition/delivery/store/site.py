"""The store of this site, as its settings say."""

from functools import cache
from pathlib import Path

from django.conf import settings
from django.db import transaction

from coalition.delivery.store.door import Application, Environ, StoredPages
from coalition.delivery.store.shelf import Shelf


def behind_the_door(application: Application) -> Application:
    """The same application, handing out stored pages; unchanged where none are stored."""
    if not settings.PAGE_STORE:
        return application
    return StoredPages(application, shelf(settings.PAGE_STORE), is_known)


def forget_pages() -> None:
    """Let no stored page count any more, once the transaction at hand has come true."""
    if settings.PAGE_STORE:
        transaction.on_commit(shelf(settings.PAGE_STORE).begin_generation)


@cache
def shelf(folder: str) -> Shelf:
    return Shelf(Path(folder))


def is_known(environ: Environ) -> bool:
    """Whether Django must see this request: of somebody signed in, or to be sent to HTTPS."""
    is_signed_in = f"{settings.SESSION_COOKIE_NAME}=" in environ.get("HTTP_COOKIE", "")
    scheme = environ.get("HTTP_X_FORWARDED_PROTO")
    return is_signed_in or (settings.SITE_IS_SECURE and scheme != "https")
