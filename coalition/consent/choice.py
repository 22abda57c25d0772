"""The door to the consent cookie: what a visitor chose, read and written."""

from collections.abc import Collection, Mapping

from cookie_consent.cache import all_cookie_groups
from cookie_consent.conf import settings
from cookie_consent.util import (
    dict_to_cookie_str,
    get_cookie_dict_from_request,
    set_cookie_dict_to_response,
)
from django.http import HttpRequest, HttpResponse

from coalition.consent.registry import versions


class UnknownPurpose(ValueError):
    """A choice names a purpose that the registry does not have."""


def read_choice(request: HttpRequest) -> Mapping[str, bool | None]:
    """True, False or, where nothing valid was chosen, None, for each purpose.

    A browser that says so with every request has refused, until its owner chooses otherwise here.
    """
    unanswered = False if says_no(request) else None
    chosen = get_cookie_dict_from_request(request)
    return {
        key: _meaning(chosen.get(key), version, unanswered) for key, version in versions().items()
    }


def _meaning(chosen: str | None, version: str, unanswered: bool | None) -> bool | None:
    if chosen == settings.COOKIE_CONSENT_DECLINE:
        return False
    # Who agreed to other words has not agreed to these.
    return True if chosen == version else unanswered


def says_no(request: HttpRequest) -> bool:
    """Global Privacy Control, https://w3c.github.io/gpc/."""
    return request.headers.get("Sec-GPC") == "1"


def write_choice(response: HttpResponse, accepted: Collection[str]) -> None:
    """Accept these purposes and refuse all others, whose cookies leave with this response."""
    known = versions()
    if unknown := set(accepted) - set(known):
        raise UnknownPurpose(", ".join(sorted(unknown)))
    refused = settings.COOKIE_CONSENT_DECLINE
    set_cookie_dict_to_response(
        response,
        {key: version if key in accepted else refused for key, version in known.items()},
    )
    for key, group in all_cookie_groups().items():
        if key not in accepted and group.is_deletable:
            for cookie in group.cookie_set.all():
                response.delete_cookie(cookie.name, cookie.path, cookie.domain or None)


def forget_outdated(request: HttpRequest) -> None:
    """Leave of the request's consent cookie only what counts today.

    The library clears cookies of purposes that were refused or never answered; that an answer can
    be to words of the past, it cannot know.
    """
    chosen = get_cookie_dict_from_request(request)
    if not chosen:
        return
    known = versions()
    current = {
        key: value
        for key, value in chosen.items()
        if value in (known.get(key), settings.COOKIE_CONSENT_DECLINE)
    }
    if current != chosen:
        request.COOKIES[settings.COOKIE_CONSENT_NAME] = dict_to_cookie_str(current)
