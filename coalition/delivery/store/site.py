"""The store of this site, as its settings say."""

import logging
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from django.conf import settings

from coalition.delivery.store.address import Address
from coalition.delivery.store.door import StoredPages
from coalition.delivery.store.response import Application, Environ
from coalition.delivery.store.shelf import Shelf
from coalition.delivery.tags import digest

# Where Django keeps a message for somebody who has just done something.
MESSAGES: Final = "messages"

logger = logging.getLogger(__name__)


def behind_the_door(
    application: Application,
    on_page: Callable[[Address], None] | None = None,
    needs_django: Callable[[Environ], bool] | None = None,
) -> Application:
    """The same application, handing out stored pages; unchanged where none are stored.

    `needs_django` is asked about those who bring cookies of others than us.
    """
    if not settings.PAGE_STORE:
        return application

    def is_let_through(environ: Environ) -> bool:
        return is_known(environ) or bool(
            needs_django and brings_others(environ) and needs_django(environ)
        )

    return StoredPages(application, shelf(settings.PAGE_STORE), is_let_through, on_page)


def purge(tags: Iterable[str], *, is_for_good: bool) -> None:
    """Let no stored page count any more that waits for one of these."""
    if settings.PAGE_STORE:
        digests = [digest(tag) for tag in tags]
        purged = shelf(settings.PAGE_STORE).purge(digests, is_for_good=is_for_good)
        logger.info("Purged %d pages", len(purged))


def tend_pages() -> int:
    """How many had changed by themselves: a web server that hands them out knows no time."""
    return len(shelf(settings.PAGE_STORE).tend()) if settings.PAGE_STORE else 0


def forget_pages() -> None:
    """Let no stored page count any more."""
    if settings.PAGE_STORE:
        shelf(settings.PAGE_STORE).begin_generation()


def forget_pages_for_good() -> None:
    """The same, where something was taken away that may not come back, not even for a moment."""
    if settings.PAGE_STORE:
        shelf(settings.PAGE_STORE).forget()


@cache
def shelf(folder: str) -> Shelf:
    return Shelf(Path(folder))


def is_known(environ: Environ) -> bool:
    """Whether Django must see this request.

    That of somebody signed in, one to be sent to HTTPS, and one to a port that is not ours, whose
    pages would be copies. Cookies that are none of ours change no page.
    """
    if port_of(environ.get("HTTP_HOST", "")) != port_of(urlsplit(settings.SITE_URL).netloc):
        return True
    if settings.SITE_IS_SECURE and environ.get("HTTP_X_FORWARDED_PROTO") != "https":
        return True
    return not cookie_names(environ).isdisjoint(
        {settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME, MESSAGES}
    )


def brings_others(environ: Environ) -> bool:
    """Whether there are cookies besides those that many visitors have of us."""
    ours = {"", settings.COOKIE_CONSENT_NAME, settings.LANGUAGE_COOKIE_NAME}
    return not cookie_names(environ) <= ours


def cookie_names(environ: Environ) -> set[str]:
    cookies = environ.get("HTTP_COOKIE", "").split(";")
    return {cookie.partition("=")[0].strip() for cookie in cookies}


def port_of(host: str) -> str:
    return host.partition(":")[2]
