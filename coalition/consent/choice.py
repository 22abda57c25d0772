"""The door to the consent cookie: what a visitor chose, read and written."""

from collections.abc import Collection, Mapping

from cookie_consent.cache import all_cookie_groups
from cookie_consent.conf import settings
from cookie_consent.util import get_cookie_value_from_request, set_cookie_dict_to_response
from django.http import HttpRequest, HttpResponse


class UnknownPurpose(ValueError):
    """A choice names a purpose that the registry does not have."""


def optional_purposes() -> Mapping[str, str]:
    """The version of each purpose a visitor may accept or refuse, by its key."""
    return {key: group.get_version() for key, group in all_cookie_groups().items()}


def read_choice(request: HttpRequest) -> Mapping[str, bool | None]:
    """True, False or, where nothing valid was chosen, None, for each purpose."""
    return {key: get_cookie_value_from_request(request, key) for key in all_cookie_groups()}


def write_choice(response: HttpResponse, accepted: Collection[str]) -> None:
    """Accept these purposes and refuse all others, whose cookies leave with this response."""
    groups = all_cookie_groups()
    if unknown := set(accepted) - set(groups):
        raise UnknownPurpose(", ".join(sorted(unknown)))
    set_cookie_dict_to_response(
        response,
        {
            key: group.get_version() if key in accepted else settings.COOKIE_CONSENT_DECLINE
            for key, group in groups.items()
        },
    )
    for key, group in groups.items():
        if key not in accepted and group.is_deletable:
            for cookie in group.cookie_set.all():
                response.delete_cookie(cookie.name, cookie.path, cookie.domain or None)
