"""Which requests bring a cookie that its visitor has not agreed to: the library clears it then."""

import logging
from collections.abc import Mapping
from typing import Any

from cookie_consent.conf import settings
from cookie_consent.models import CookieGroup
from cookie_consent.util import parse_cookie_str
from django.db import DatabaseError
from django.http import parse_cookie

from coalition.consent.registry import versions
from coalition.delivery.breaker import Breaker
from coalition.delivery.kept import kept

logger = logging.getLogger(__name__)

# Pages do not wait for a database that is down, one visitor after another.
database = Breaker()


def brings_what_must_go(environ: Mapping[str, Any]) -> bool:
    """Whether a cookie of the registry is there without its visitor's consent.

    Asked of all who bring cookies, before anything else is: a database that is down clears
    nothing, and keeps nobody from a page.
    """
    if database.is_open:
        return False
    sent = parse_cookie(environ.get("HTTP_COOKIE", ""))
    try:
        purposes = {purpose for name, purpose in clearable().items() if name in sent}
        if not purposes:
            return False
        chosen = parse_cookie_str(sent.get(settings.COOKIE_CONSENT_NAME, ""))
        known = versions()
    except DatabaseError:
        database.open()
        logger.exception("Nobody knows which cookies to clear")
        return False
    return any(not chosen.get(key) or chosen[key] != known.get(key) for key in purposes)


def clearable() -> Mapping[str, str]:
    """Names of cookies, and which purpose each serves."""
    return kept("clearable-cookies", clearable_now)


def clearable_now() -> Mapping[str, str]:
    groups = CookieGroup.objects.filter(is_deletable=True).prefetch_related("cookie_set")
    return {cookie.name: group.varname for group in groups for cookie in group.cookie_set.all()}
