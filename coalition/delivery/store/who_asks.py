"""Who asks the site for something, as far as a request tells before Django reads it."""

from functools import cache
from typing import Final
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.staticfiles.storage import staticfiles_storage

from coalition.delivery.store.address import host_of
from coalition.delivery.store.response import Environ

# Where Django keeps a message for somebody who has just done something.
MESSAGES: Final = "messages"


def is_known(environ: Environ) -> bool:
    """Whether Django must see this request.

    That of somebody signed in, one for the back office or for a file, one to be sent to HTTPS, and
    one to a port that is not ours, whose pages would be copies. Cookies that are none of ours
    change no page.
    """
    if is_for_staff(environ) or is_for_a_file(environ):
        return True
    if port_of(environ.get("HTTP_HOST", "")) != port_of(urlsplit(settings.SITE_URL).netloc):
        return True
    if settings.SITE_IS_SECURE and environ.get("HTTP_X_FORWARDED_PROTO") != "https":
        return True
    return not cookie_names(environ).isdisjoint(
        {settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME, MESSAGES}
    )


def is_for_staff(environ: Environ) -> bool:
    """A process that only visitors reach writes to the same shelf, and may not speak to staff."""
    host = host_of(environ).partition(":")[0]
    path: str = environ["PATH_INFO"]
    # As WSGI writes it.
    office = f"/{settings.ADMIN_PATH}".encode().decode("latin-1")
    return host == settings.ADMIN_HOST or path.startswith(office)


def is_for_a_file(environ: Environ) -> bool:
    """One that lies in a folder of its own already."""
    path: str = environ["PATH_INFO"]
    return path.startswith((settings.STATIC_URL, settings.MEDIA_URL, "/documents/"))


def is_for_all(environ: Environ) -> bool:
    """Whether the answer holds nothing that only those get who work here."""
    is_signed_in = settings.SESSION_COOKIE_NAME in cookie_names(environ)
    return not (is_signed_in or is_for_staff(environ) or is_for_a_file(environ))


def is_quick(environ: Environ) -> bool:
    """What every page needs, and word that this process is alive: no database is asked for it."""
    return environ["PATH_INFO"] in quick_paths()


@cache
def quick_paths() -> frozenset[str]:
    files = getattr(staticfiles_storage, "hashed_files", {}).values()
    return frozenset({"/healthz", *(f"{settings.STATIC_URL}{file}" for file in files)})


def brings_others(environ: Environ) -> bool:
    """Whether there are cookies besides those that many visitors have of us."""
    ours = {"", settings.COOKIE_CONSENT_NAME, settings.LANGUAGE_COOKIE_NAME}
    return not cookie_names(environ) <= ours


def cookie_names(environ: Environ) -> set[str]:
    cookies = environ.get("HTTP_COOKIE", "").split(";")
    return {cookie.partition("=")[0].strip() for cookie in cookies}


def port_of(host: str) -> str:
    return host.partition(":")[2]
